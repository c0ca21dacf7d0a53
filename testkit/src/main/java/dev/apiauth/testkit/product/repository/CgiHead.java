package dev.apiauth.testkit.product.repository;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of a CGI program's answer (RFC 3875, section 6.3).
 *
 * @param fields without {@code Status}, each {@code name: value}
 */
record CgiHead(int status, List<String> fields) {

  private static final String STATUS = "Status:";
  private static final int OK = 200;

  /** Reads up to the empty line; what follows is the body. */
  static CgiHead read(InputStream in) throws IOException {
    int status = OK;
    var fields = new ArrayList<String>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.startsWith(STATUS)) {
        status = Integer.parseInt(line.substring(STATUS.length()).strip().substring(0, 3));
      } else {
        fields.add(line);
      }
    }
    return new CgiHead(status, fields);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("git ended within the head of its answer");
      }
      line.write(octet);
    }
    return line.toString(ISO_8859_1).strip();
  }

  void apply(HttpServletResponse response) {
    response.setStatus(status);
    for (String field : fields) {
      int colon = field.indexOf(':');
      response.setHeader(field.substring(0, colon), field.substring(colon + 1).strip());
    }
  }
}
