package io.depth4j.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server on this machine that answers as it is told, byte by byte, right or wrong, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

    /** What a client asked. */
    record Request(String target, Map<String, String> headers) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** What the server does with a request. After it the connection ends. */
    interface Answer {
        void to(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Answer answer;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    ScriptedServer(Answer answer) throws IOException {
        this.answer = answer;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Request> requests() {
        return requests;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                start(() -> serve(client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Request request = read(client);
            requests.add(request);
            answer.to(request, client.getOutputStream());
            client.shutdownOutput();
        } catch (IOException clientIsGone) {
            // What the client makes of it is what the tests look at.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String target = in.readLine().split(" ")[1];
        Map<String, String> headers = new TreeMap<>();
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Request(target, headers);
    }

    /** Writes the head of an answer. */
    static void head(OutputStream out, String status, String... headers) throws IOException {
        String lines = "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "" : "\r\n") + "Connection: close\r\n\r\n";
        out.write(lines.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Serves these bytes as a good server does, parts of them included. */
    static Answer serving(byte[] bytes, String tag) {
        return (request, out) -> {
            String range = request.header("Range");
            boolean whole = range.isEmpty()
                    || !request.header("If-Range").isEmpty()
                            && !request.header("If-Range").equals(tag);
            int first = whole ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            if (first >= bytes.length) {
                head(out, "416 Range Not Satisfiable", "Content-Length: 0");
                return;
            }
            head(
                    out,
                    whole ? "200 OK" : "206 Partial Content",
                    "Content-Length: " + (bytes.length - first),
                    "ETag: " + tag,
                    "Content-Range: bytes " + first + "-" + (bytes.length - 1) + "/" + bytes.length);
            out.write(bytes, first, bytes.length - first);
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
