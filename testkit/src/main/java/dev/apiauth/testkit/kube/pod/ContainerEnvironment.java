package dev.apiauth.testkit.kube.pod;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.testkit.kube.pod.StoredObject.Kind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Works out a container's variables; later ones may refer to earlier ones. */
final class ContainerEnvironment {

  private final PodFacts facts;
  private final ObjectCache objects;
  private final Container container;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();

  private ContainerEnvironment(PodFacts facts, ObjectCache objects, Container container) {
    this.facts = facts;
    this.objects = objects;
    this.container = container;
  }

  /**
   * @param missing what is not there, a sentence each; then the variables are not complete
   */
  record Result(Map<String, String> variables, List<String> missing) {}

  static Result of(Container container, PodFacts facts, ObjectCache objects) {
    var environment = new ContainerEnvironment(facts, objects, container);
    container.getEnvFrom().forEach(environment::addAll);
    container.getEnv().forEach(environment::add);
    return new Result(environment.variables, environment.missing);
  }

  private void addAll(EnvFromSource source) {
    var prefix = Optional.ofNullable(source.getPrefix()).orElse("");
    if (source.getSecretRef() != null) {
      var reference = source.getSecretRef();
      addAll(prefix, object(Kind.SECRET, reference.getName()), unless(reference.getOptional()));
    }
    if (source.getConfigMapRef() != null) {
      var reference = source.getConfigMapRef();
      addAll(prefix, object(Kind.CONFIG_MAP, reference.getName()), unless(reference.getOptional()));
    }
  }

  private void addAll(String prefix, StoredObject object, Consumer<String> complaints) {
    objects
        .find(object)
        .ifPresentOrElse(
            data -> data.forEach((key, value) -> variables.put(prefix + key, decoded(value))),
            () -> complaints.accept(object + " is not there"));
  }

  private void add(EnvVar variable) {
    var source = variable.getValueFrom();
    var value =
        source == null
            ? Optional.of(
                new VariableReferences(variables)
                    .expand(Optional.ofNullable(variable.getValue()).orElse("")))
            : from(source);
    value.ifPresent(text -> variables.put(variable.getName(), text));
  }

  private Optional<String> from(EnvVarSource source) {
    if (source.getFieldRef() != null) return Optional.of(facts.field(source.getFieldRef()));
    if (source.getResourceFieldRef() != null) return Optional.of(of(source.getResourceFieldRef()));
    if (source.getSecretKeyRef() != null) {
      var key = source.getSecretKeyRef();
      return key(object(Kind.SECRET, key.getName()), key.getKey(), unless(key.getOptional()));
    }
    var key = source.getConfigMapKeyRef();
    return key(object(Kind.CONFIG_MAP, key.getName()), key.getKey(), unless(key.getOptional()));
  }

  private Optional<String> key(StoredObject object, String key, Consumer<String> complaints) {
    var value = objects.find(object).map(data -> data.get(key));
    if (value.isEmpty()) complaints.accept("there is no key \"" + key + "\" in " + object);
    return value.map(ContainerEnvironment::decoded);
  }

  /** Of this container; 0 where nothing is said. */
  private String of(ResourceFieldSelector selector) {
    var resources = container.getResources();
    var parts = selector.getResource().split("\\.", 2);
    if (resources == null) return "0";
    var amounts = parts[0].equals("limits") ? resources.getLimits() : resources.getRequests();
    return Optional.ofNullable(amounts)
        .map(byName -> byName.get(parts[1]))
        .map(Quantity::getNumericalAmount)
        .map(amount -> amount.toBigInteger().toString())
        .orElse("0");
  }

  private Consumer<String> unless(@Nullable Boolean optional) {
    return optional != null && optional ? _ -> {} : missing::add;
  }

  private StoredObject object(Kind kind, String name) {
    return new StoredObject(kind, facts.namespace(), name);
  }

  private static String decoded(String base64) {
    return new String(Base64.getDecoder().decode(base64), UTF_8);
  }
}
