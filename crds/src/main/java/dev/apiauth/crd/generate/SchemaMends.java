package dev.apiauth.crd.generate;

import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.List;
import java.util.Objects;

/** The one place where the generated schema is mended; each mend says what the generator lacks. */
final class SchemaMends implements CRDPostProcessor {

  private final PublishedKind kind;
  private final SpecJavadoc javadoc;

  SchemaMends(PublishedKind kind, SpecJavadoc javadoc) {
    this.kind = kind;
    this.javadoc = javadoc;
  }

  @Override
  public HasMetadata process(HasMetadata crd, String crdSpecVersion) {
    var definition = (CustomResourceDefinition) crd;
    for (var version : definition.getSpec().getVersions()) {
      mend(version.getSchema().getOpenAPIV3Schema());
      version
          .getAdditionalPrinterColumns()
          .sort(PrinterColumns.asDeclared(kind.resource())); // sorted by path
    }
    return definition;
  }

  private void mend(JSONSchemaProps root) {
    root.setRequired(List.of("spec")); // otherwise a resource without spec is a valid one
    root.setDescription(javadoc.of(kind.resource()).orElseThrow().body());
    mend(new SchemaNode("spec", property(root, "spec"), kind.spec()));
    mend(new SchemaNode("status", property(root, "status"), kind.status()));
  }

  private void mend(SchemaNode part) {
    new FieldDescriptions(javadoc).describe(part); // there is no annotation that reads Javadoc
    part.withDescendants()
        .forEach(
            node -> {
              eachRuleOnce(node.schema()); // on a record component a rule is emitted twice
              ListMerging.applyTo(node); // list types have no annotation
              ConditionForm.applyTo(node); // nor has a date, nor a text of a few fixed ones
            });
  }

  private static JSONSchemaProps property(JSONSchemaProps root, String name) {
    return Objects.requireNonNull(root.getProperties().get(name), name);
  }

  private static void eachRuleOnce(JSONSchemaProps schema) {
    var rules = schema.getXKubernetesValidations();
    if (rules != null) schema.setXKubernetesValidations(rules.stream().distinct().toList());
  }
}
