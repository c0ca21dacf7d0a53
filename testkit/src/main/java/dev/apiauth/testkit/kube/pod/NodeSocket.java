package dev.apiauth.testkit.kube.pod;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Connects to a pod from its node's address, which no filter stops. */
record NodeSocket(String nodeAddress, String podAddress) {

  Socket open(int port, Duration time) throws IOException {
    return open(new InetSocketAddress(podAddress, port), time);
  }

  Socket open(InetSocketAddress target, Duration time) throws IOException {
    var socket = new Socket();
    try {
      if (!target.getAddress().isLoopbackAddress()) {
        socket.bind(new InetSocketAddress(nodeAddress, 0));
      }
      socket.connect(target, Math.toIntExact(time.toMillis()));
      socket.setSoTimeout(Math.toIntExact(time.toMillis()));
      return socket;
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }
}
