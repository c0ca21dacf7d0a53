package dev.apiauth.testkit.product.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.apiauth.testkit.product.fault.Misbehaviour.Answer500;
import dev.apiauth.testkit.product.fault.Misbehaviour.CloseMidBody;
import dev.apiauth.testkit.product.fault.Misbehaviour.Hang;
import dev.apiauth.testkit.product.fault.Misbehaviour.Slow;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Misbehaves on the wire, before any filter has seen the request. */
public final class MisbehaviourValve extends ValveBase {

  private static final int ANNOUNCED_BYTES = 2048;

  private final Misbehaviours misbehaviours;

  public MisbehaviourValve(Misbehaviours misbehaviours) {
    super(true);
    this.misbehaviours = misbehaviours;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (misbehaviours.none() || !spoils(request.getServletPath(), response)) {
      getNext().invoke(request, response);
    }
  }

  /** Whether the request ends here. */
  private boolean spoils(String path, Response response) throws IOException {
    misbehaviours.on(path, Slow.class).map(Slow::delay).ifPresent(MisbehaviourValve::pause);
    if (misbehaviours.on(path, Hang.class).isPresent()) {
      misbehaviours.awaitEnd();
      close(response);
      return true;
    }
    if (misbehaviours.on(path, Answer500.class).isPresent()) {
      answer500(response);
      return true;
    }
    if (misbehaviours.on(path, CloseMidBody.class).isPresent()) {
      sendHalf(response);
      return true;
    }
    return false;
  }

  private static void answer500(Response response) throws IOException {
    response.setStatus(500);
    response.setContentType("text/html;charset=UTF-8");
    response.getOutputStream().write("<html><body>Oops</body></html>".getBytes(US_ASCII));
  }

  private static void sendHalf(Response response) throws IOException {
    response.setContentType("application/json");
    response.setContentLength(ANNOUNCED_BYTES);
    response.getOutputStream().write("[".repeat(ANNOUNCED_BYTES / 2).getBytes(US_ASCII));
    response.flushBuffer();
    close(response);
  }

  private static void close(Response response) {
    response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
  }

  private static void pause(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
