package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The CEL rules of one schema, each compiled when it is first needed and kept. {@code self} has no
 * static type here, so a rule must be right for the API server, which checks types when the CRD is
 * applied. Safe for use by several threads.
 */
final class RulePrograms {

  private static final String SELF = "self";
  private static final String OLD_SELF = "oldSelf";

  private final CelCompiler compiler =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar(SELF, SimpleType.DYN)
          .addVar(OLD_SELF, SimpleType.DYN)
          .setResultType(SimpleType.BOOL)
          .build();
  private final CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
  private final ObjectMapper toJava =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
  private final Map<String, Optional<CelRuntime.Program>> compiled = new ConcurrentHashMap<>();

  /**
   * Whether a rule holds for a value. One that compares with an older value holds, as a file has
   * none; one that cannot be evaluated (a text that is no duration) does not.
   *
   * @throws IllegalStateException if the rule is no CEL, which a test of the committed CRD excludes
   */
  boolean holds(CelRule rule, JsonNode self) {
    return compiled
        .computeIfAbsent(rule.expression(), this::compile)
        .map(program -> evaluate(program, self))
        .orElse(true);
  }

  private boolean evaluate(CelRuntime.Program program, JsonNode self) {
    try {
      return Boolean.TRUE.equals(
          program.eval(Map.of(SELF, toJava.convertValue(self, Object.class))));
    } catch (CelEvaluationException noAnswer) {
      return false; // no answer is no
    }
  }

  private Optional<CelRuntime.Program> compile(String expression) {
    try {
      CelAbstractSyntaxTree rule = compiler.compile(expression).getAst();
      boolean aboutAChange =
          rule.getReferenceMap().values().stream()
              .anyMatch(reference -> reference.name().equals(OLD_SELF));
      return aboutAChange ? Optional.empty() : Optional.of(runtime.createProgram(rule));
    } catch (CelValidationException | CelEvaluationException faulty) {
      throw new IllegalStateException("the CRD has a faulty rule: " + expression, faulty);
    }
  }
}
