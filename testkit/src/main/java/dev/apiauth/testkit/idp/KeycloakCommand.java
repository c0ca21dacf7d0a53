package dev.apiauth.testkit.idp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that {@code kc.sh} would end in. The script is not used: it leaves a shell
 * between us and the server, and stopping the one would not stop the other.
 *
 * @param words the executable and its arguments
 */
record KeycloakCommand(List<String> words) {

  /** Tests run short and on few cores: small heap, one compiler, a collector without threads. */
  private static final List<String> JVM =
      List.of(
          "-Xms64m",
          "-Xmx384m",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Dfile.encoding=UTF-8");

  /** What Quarkus, JBoss Threads and Infinispan need on a new JDK, as in {@code kc.sh}. */
  private static final List<String> OPENED =
      List.of(
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Dpicocli.disable.closures=true",
          "-Dquarkus-log-max-startup-records=10000");

  KeycloakCommand {
    words = List.copyOf(words);
  }

  /** On the JDK that runs this code. */
  static KeycloakCommand of(Path installation, KeycloakHome home, String... jvmOptions) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(JVM);
    words.addAll(List.of(jvmOptions));
    words.addAll(OPENED);
    words.add("-Dkc.home.dir=" + home.directory());
    words.add("-Djboss.server.config.dir=" + home.directory().resolve("conf"));
    words.add("-cp");
    words.add(installation.resolve("lib").resolve("quarkus-run.jar").toString());
    words.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    return new KeycloakCommand(words);
  }

  List<String> with(List<String> arguments) {
    var all = new ArrayList<>(words);
    all.addAll(arguments);
    return all;
  }
}
