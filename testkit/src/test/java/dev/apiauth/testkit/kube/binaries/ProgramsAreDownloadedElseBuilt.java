package dev.apiauth.testkit.kube.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsAreDownloadedElseBuilt {

  private static final Platform LINUX = Platform.of("Linux", "x86_64");
  private static final byte[] PROGRAM = "#!/bin/sh\necho hello\n".getBytes(StandardCharsets.UTF_8);
  private static final String KUBERNETES = "/kubernetes/v1.34.4/bin/linux/amd64/";

  @TempDir private Path directory;

  private final List<String> steps = new ArrayList<>();
  private final ReleaseSite site;

  ProgramsAreDownloadedElseBuilt() throws IOException {
    site = new ReleaseSite();
  }

  @BeforeEach
  void releaseKubernetes() throws Exception {
    for (var program : Bundle.KUBERNETES.programs()) {
      site.put(KUBERNETES + program, PROGRAM);
      site.put(KUBERNETES + program + ".sha256", ReleaseSite.digest(PROGRAM));
    }
  }

  @AfterEach
  void closeTheSite() {
    site.close();
  }

  @Test
  void executablesAreTakenAsTheyAre() {
    var kubectl = binaries(download()).executable("kubectl");
    assertThat(kubectl).isExecutable().hasBinaryContent(PROGRAM);
    assertThat(kubectl.getParent()).hasFileName("kubernetes-1.34.4-linux-amd64");
    assertThat(steps).hasSize(4).first().asString().contains("downloading http://127.0.0.1");
  }

  @Test
  void whatIsInTheCacheIsNotFetchedAgain() {
    binaries(download()).executable("kubectl");
    site.close();
    assertThat(binaries().executable("kube-apiserver")).isExecutable();
  }

  @Test
  void archivesAreUnpacked() throws Exception {
    var archive = archive("etcd-v3.6.16-linux-amd64", "etcd");
    site.put("/etcd/v3.6.16/etcd-v3.6.16-linux-amd64.tar.gz", archive);
    site.put(
        "/etcd/v3.6.16/SHA256SUMS",
        "%s  other.zip\n%s  etcd-v3.6.16-linux-amd64.tar.gz\n"
            .formatted("0".repeat(64), ReleaseSite.digest(archive)));
    assertThat(binaries(download()).executable("etcd")).isExecutable().hasBinaryContent(PROGRAM);
  }

  @Test
  void whatIsNotWhatItsDigestSaysIsThrownAway() {
    site.put(KUBERNETES + "kube-apiserver", "something else");
    assertThatThrownBy(() -> binaries(download()).executable("kube-apiserver"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("kube-apiserver is not what its digest says");
    assertThat(directory.resolve("kubernetes-1.34.4-linux-amd64")).doesNotExist();
  }

  @Test
  void aSiteWithoutItMakesRoomForTheNextWay() {
    var next = new FillWith(PROGRAM);
    assertThat(binaries(download(), next).executable("helm")).hasBinaryContent(PROGRAM);
    assertThat(steps).last().asString().contains("it cannot be downloaded").contains("404");
  }

  @Test
  void whereNothingWorksOneSentenceSaysWhatToDo() {
    site.close();
    var go = new GoModuleBuild("no-such-go", steps::add);
    assertThatThrownBy(() -> binaries(download(), go).executable("helm"))
        .hasMessageStartingWith("helm 3.22.0 is not in " + directory)
        .hasMessageContaining("it cannot be downloaded (127.0.0.1 cannot be reached)")
        .hasMessageContaining("install Go 1.26 or newer");
  }

  @Test
  void everyModuleSaysHowItIsBuilt() throws IOException {
    for (var bundle : Bundle.values()) {
      var sources = Files.createDirectory(directory.resolve(bundle.title()));
      new GoProgram(bundle).writeSources(sources);
      assertThat(sources.resolve("go.mod")).content().contains(" v" + bundle.version());
      assertThat(sources.resolve("go.sum")).isNotEmptyFile();
    }
  }

  @Test
  void platformsAreNamedAsTheReleasesNameThem() {
    assertThat(LINUX).isEqualTo(new Platform("linux", "amd64"));
    assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(new Platform("darwin", "arm64"));
  }

  private KubernetesBinaries binaries(Supply... supplies) {
    return new KubernetesBinaries(new TestCache(directory), LINUX, List.of(supplies), steps::add);
  }

  private Supply download() {
    return new ReleaseDownload(site.origins(), LINUX, steps::add);
  }

  /** A tar as the projects make it, with the program in one folder. */
  private byte[] archive(String folder, String program) throws Exception {
    var source = directory.resolve("source");
    Files.write(Files.createDirectories(source.resolve(folder)).resolve(program), PROGRAM);
    var file = directory.resolve(folder + ".tar.gz");
    var tar = new ProcessBuilder("tar", "-czf", file.toString(), "-C", source.toString(), folder);
    assertThat(tar.start().waitFor()).isZero();
    return Files.readAllBytes(file);
  }

  /** Writes these bytes as every program. */
  private record FillWith(String content) implements Supply {

    FillWith(byte[] content) {
      this(new String(content, StandardCharsets.UTF_8));
    }

    @Override
    public Outcome fill(Bundle bundle, Path target) throws IOException {
      for (var program : bundle.programs()) {
        Files.writeString(target.resolve(program), content);
      }
      return new Outcome.Supplied();
    }
  }
}
