package dev.apiauth.testkit.kube.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** One connection of a client, with one request: it fails, or goes to the API server. */
final class Exchange {

  private static final int LEAVING_MILLIS = 2_000;

  private final FaultyApiServer server;
  private final Socket client;

  Exchange(FaultyApiServer server, Socket client) {
    this.server = server;
    this.client = client;
  }

  /** Returns when both sides are done. */
  void run() {
    try (client) {
      var input = new BufferedInputStream(client.getInputStream());
      RequestHead head = RequestHead.read(input);
      Optional<ApiFault> fault = server.arrived(head.call());
      if (fault.isPresent()) fail(head, input, fault.get());
      else forward(head, input);
    } catch (IOException over) {
      // Either side has left, which is what these tests are about.
    }
  }

  private void fail(RequestHead head, InputStream input, ApiFault fault) throws IOException {
    switch (fault) {
      case ApiFault.Refusal refusal -> FaultyAnswer.refuse(refusal, client.getOutputStream());
      case ApiFault.Expiry _ -> FaultyAnswer.expire(head, client.getOutputStream());
      case ApiFault.Cut _ -> {
        client.setSoLinger(true, 0);
        return;
      }
    }
    client.shutdownOutput();
    client.setSoTimeout(LEAVING_MILLIS);
    input.transferTo(OutputStream.nullOutputStream());
  }

  private void forward(RequestHead head, InputStream input) throws IOException {
    try (Socket upstream = server.connect()) {
      if (head.call().isWatch()) server.opened(client);
      upstream.getOutputStream().write(head.forwarded());
      upstream.getOutputStream().flush();
      var over = new CountDownLatch(1);
      pump(input, upstream.getOutputStream(), over);
      pump(upstream.getInputStream(), client.getOutputStream(), over);
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.ended(client);
    }
  }

  private static void pump(InputStream from, OutputStream to, CountDownLatch over) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                from.transferTo(to);
              } catch (IOException left) {
                // The other side sees the end as well.
              } finally {
                over.countDown();
              }
            });
  }
}
