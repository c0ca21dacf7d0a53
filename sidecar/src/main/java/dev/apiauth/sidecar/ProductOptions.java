package dev.apiauth.sidecar;

import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.ExternalBase;
import dev.apiauth.policy.request.Parsed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * What the command line says of the product. At injection the operator reads it from the pod's own
 * container, so that resources need not repeat it.
 */
final class ProductOptions {

  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--product-port",
      paramLabel = "N",
      converter = ToPort.class,
      description =
          "The product's port, where the resource's spec.upstream.port is left out; the product's"
              + " usual one without it.")
  private @Nullable Integer port;

  @Option(
      names = "--product-context-path",
      paramLabel = "PATH",
      converter = ToContextPath.class,
      description =
          "The product's context path, / for none, where spec.upstream.contextPath is left out; the"
              + " product's usual one without it.")
  private @Nullable ContextPath contextPath;

  @Option(
      names = "--product-external-base",
      paramLabel = "URL",
      converter = ToExternalBase.class,
      description =
          "How clients reach the product, https://host:port, where spec.upstream.externalBaseURL is"
              + " left out.")
  private @Nullable ExternalBase externalBase;

  ProductDefaults defaults() {
    return new ProductDefaults(
        Optional.ofNullable(port),
        Optional.ofNullable(contextPath),
        Optional.ofNullable(externalBase));
  }

  static final class ToPort implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
      if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) == 0) throw noPort(text);
      int port = Integer.parseInt(text);
      if (port > LAST_PORT) throw noPort(text);
      return port;
    }

    private static TypeConversionException noPort(String text) {
      return new TypeConversionException(
          "\"%s\" is no port: write a number from 1 to %d".formatted(text, LAST_PORT));
    }
  }

  static final class ToContextPath implements ITypeConverter<ContextPath> {

    @Override
    public ContextPath convert(String text) {
      return value(ContextPath.parse(text));
    }
  }

  static final class ToExternalBase implements ITypeConverter<ExternalBase> {

    @Override
    public ExternalBase convert(String text) {
      return value(ExternalBase.parse(text));
    }
  }

  private static <T> T value(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Value<T>(T value) -> value;
      case Parsed.Malformed<T>(String why) -> throw new TypeConversionException(why);
    };
  }
}
