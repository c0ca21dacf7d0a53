package dev.apiauth.testkit.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.product.site.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts a product from the command line and prints one line of JSON: where it is, and a token for
 * each user.
 *
 * <pre>
 * ProductMain --product Jira [--port 8080] [--context-path /] [--benchmark] --user alice --user bob:password
 * </pre>
 *
 * <p>{@code --listen 0.0.0.0} is what a container's product does. {@code --token alice:VALUE},
 * after the user, makes it honour that value; nothing but such tokens is the same in every pod.
 *
 * <p>With {@code --tell-requests} every request is another line: what it was, and as whom it was
 * carried out.
 *
 * <p>It runs until the process is ended.
 */
public final class ProductMain {

  record Started(
      Product product, int port, String contextPath, String baseUri, Map<String, String> tokens) {}

  record Served(String method, String uri, String actedAs, int status) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProductMain() {}

  public static void main(String[] arguments) throws Exception {
    var users = new ArrayList<String>();
    var options = List.of(arguments);
    var running = describe(options, users).start();
    Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-product"));
    print(report(running, users));
    if (options.contains("--tell-requests")) running.follow(ProductMain::tell);
    Thread.currentThread().join();
  }

  private static void tell(SeenRequest seen) {
    print(new Served(seen.method(), seen.requestUri(), seen.actedAs(), seen.status().orElse(0)));
  }

  private static void print(Object line) {
    try {
      System.out.println(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ProductSimulator describe(List<String> arguments, List<String> users) {
    var options = new Options(arguments);
    var simulator = ProductSimulator.of(options.product());
    options.each("--port", port -> simulator.onPort(Integer.parseInt(port)));
    options.each("--listen", simulator::onAddress);
    options.each("--token", token -> addToken(simulator, token));
    options.each("--context-path", simulator::onContextPath);
    options.each("--user", user -> users.add(addUser(simulator, user)));
    if (options.has("--benchmark")) {
      simulator.asBenchmarkUpstream();
    }
    return simulator;
  }

  /** Adds {@code name} or {@code name:password} and returns the name. */
  private static String addUser(ProductSimulator simulator, String user) {
    var parts = user.split(":", 2);
    if (parts.length == 2) {
      simulator.withUser(parts[0], parts[1]);
    } else {
      simulator.withUser(user);
    }
    return parts[0];
  }

  private static void addToken(ProductSimulator simulator, String token) {
    var parts = token.split(":", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("--token needs user:value");
    }
    simulator.withToken(parts[0], parts[1]);
  }

  private static Started report(RunningProduct running, List<String> users) {
    var tokens = new LinkedHashMap<String, String>();
    users.forEach(user -> tokens.put(user, running.issueToken(user).value()));
    return new Started(
        running.product(),
        running.port(),
        running.contextPath(),
        running.baseUri().toString(),
        tokens);
  }

  /** Options with a value each, and flags. */
  private record Options(List<String> arguments) {

    Product product() {
      var found = new ArrayList<Product>();
      each("--product", name -> found.add(Product.valueOf(name.toUpperCase(Locale.ROOT))));
      if (found.size() != 1) {
        throw new IllegalArgumentException("--product Jira, Confluence or Bitbucket is needed");
      }
      return found.getFirst();
    }

    boolean has(String flag) {
      return arguments.contains(flag);
    }

    void each(String option, Consumer<String> then) {
      for (int i = 0; i < arguments.size() - 1; i++) {
        if (arguments.get(i).equals(option)) {
          then.accept(arguments.get(i + 1));
        }
      }
    }
  }
}
