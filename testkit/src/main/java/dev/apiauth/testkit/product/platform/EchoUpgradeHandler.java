package dev.apiauth.testkit.product.platform;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The connection after the upgrade: every frame goes back, a close frame ends it. */
public final class EchoUpgradeHandler implements HttpUpgradeHandler {

  @Override
  public void init(WebConnection connection) {
    try {
      var in = connection.getInputStream();
      in.setReadListener(new Echo(connection, in, connection.getOutputStream()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void destroy() {}

  /** Reads as long as there is something to read, so that idle sockets hold no thread. */
  private static final class Echo implements ReadListener {

    private final WebConnection connection;
    private final ServletInputStream in;
    private final OutputStream out;
    private final FrameEcho frames = new FrameEcho();

    Echo(WebConnection connection, ServletInputStream in, OutputStream out) {
      this.connection = connection;
      this.in = in;
      this.out = out;
    }

    @Override
    public void onDataAvailable() throws IOException {
      var buffer = new byte[8192];
      while (in.isReady()) {
        int read = in.read(buffer);
        if (read < 0) {
          close();
          return;
        }
        out.write(frames.answer(buffer, read));
        out.flush();
        if (frames.isClosed()) {
          close();
          return;
        }
      }
    }

    @Override
    public void onAllDataRead() {
      close();
    }

    @Override
    public void onError(Throwable failure) {
      close();
    }

    private void close() {
      try {
        connection.close();
      } catch (Exception gone) {
        throw new IllegalStateException(gone);
      }
    }
  }
}
