package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.check.CheckedResource.Accepted;
import dev.apiauth.policy.spec.AllowOrDeny;
import dev.apiauth.policy.spec.CredentialsSpec;
import dev.apiauth.policy.spec.KeysSpec;
import dev.apiauth.policy.spec.Mode;
import dev.apiauth.policy.spec.ProviderSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RightResourcesPass {

  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyFileOfTheFolder(Path file) throws IOException {
    assertThat(CHECK.check(Files.readString(file))).isInstanceOf(Accepted.class);
  }

  @Test
  void theSmallestSaysWhatWasWritten() throws IOException {
    var resource = accepted("smallest.yaml");

    assertThat(resource.name()).isEqualTo("jira");
    assertThat(resource.namespace()).isEqualTo("atlassian");
    assertThat(resource.generation()).isZero();
    assertThat(resource.spec().product()).isEqualTo("Jira");
    assertThat(resource.spec().providers())
        .extracting(ProviderSpec::name)
        .containsExactly("cognito");
    assertThat(resource.spec().access().groups().allow()).containsExactly("jira-api-users");
  }

  @Test
  void everythingSaysWhatWasWritten() throws IOException {
    var resource = accepted("everything.yaml");

    assertThat(resource.generation()).isEqualTo(7);
    assertThat(resource.spec().mode()).isEqualTo(Mode.Shadow);
    assertThat(resource.spec().providers().getFirst().keys())
        .isEqualTo(new KeysSpec("30s", "168h"));
    assertThat(resource.spec().credentialsOrDefault().passwords().basic())
        .isEqualTo(AllowOrDeny.Allow);
  }

  @Test
  void whatIsLeftOutTakesTheSafeDefault() throws IOException {
    var spec = accepted("nulls-are-absent.yaml").spec();

    assertThat(spec.mode()).isEqualTo(Mode.Enforce);
    assertThat(spec.targetRef().kind()).isEqualTo("StatefulSet");
    assertThat(spec.credentialsOrDefault()).isEqualTo(CredentialsSpec.DEFAULT);
    assertThat(spec.providers()).isEmpty();
  }

  @Test
  void anAliasStandsForACopyAndAMergeFillsWhatIsNotWritten() throws IOException {
    var providers = accepted("anchors-and-merges.yaml").spec().providers();

    assertThat(providers).extracting(ProviderSpec::name).containsExactly("eu", "us", "corp");
    assertThat(providers.get(1).parameters()).containsEntry("region", "us-east-1");
    assertThat(providers)
        .extracting(ProviderSpec::audiences)
        .containsOnly(providers.get(2).audiences());
  }

  private static AtlassianApiAuthResource accepted(String name) throws IOException {
    String yaml = Files.readString(WrongResource.folder("right").resolve(name));
    return ((Accepted) CHECK.check(yaml)).resource();
  }

  static Stream<Path> files() throws IOException {
    try (var files = Files.list(WrongResource.folder("right"))) {
      return files.sorted().toList().stream();
    }
  }
}
