package io.depth4j.model;

import io.depth4j.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks for an address, follows where it safely leads, and hands back the first answer that is not a redirect. */
final class HttpGet {

    private static final int MAX_REDIRECTS = 10;

    private final StoreOptions options;
    private final Cancellation cancellation;
    private final HttpClient client;

    HttpGet(StoreOptions options, Cancellation cancellation) {
        this.options = options;
        this.cancellation = cancellation;
        // The client's own redirects would lead to plain HTTP on other machines.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout());
        options.proxy().ifPresent(builder::proxy);
        this.client = builder.build();
    }

    HttpResponse<ArrivingBytes> send(URI source, Map<String, String> headers) throws IOException, InterruptedException {
        URI address = source;
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            HttpResponse<ArrivingBytes> response = answer(address, headers);
            Optional<String> location = response.headers().firstValue("Location");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return response;
            }
            response.body().close();
            address = FetchAddress.redirected(address, location.get(), options.plainHttp());
        }
        throw new IOException(FetchAddress.shown(source) + " redirects more than " + MAX_REDIRECTS + " times");
    }

    private HttpResponse<ArrivingBytes> answer(URI address, Map<String, String> headers)
            throws IOException, InterruptedException {
        cancellation.check();
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("User-Agent", "depth4j");
        headers.forEach(request::header);
        // The request's own timeout would count the body in on newer JDKs.
        Duration patience = options.connectTimeout().plus(options.stallTimeout());
        Asking asking = new Asking(client, request.build());
        Cancellation.Registration stop = cancellation.onCancel(asking::stop);
        try (stop) {
            return asking.answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            asking.stop();
            throw e;
        } catch (TimeoutException e) {
            asking.stop();
            throw new IOException(
                    FetchAddress.shown(address) + " did not answer within " + patience.toMillis() + " ms", e);
        } catch (CancellationException | ExecutionException e) {
            // Which of the two comes of a cancellation is the client's own race.
            cancellation.check();
            throw new IOException(FetchAddress.shown(address) + " gave no answer: " + why(e), e);
        }
    }

    /**
     * A request on a thread of its own. The client's own future would come to its end on the common pool, whose threads may all be
     * waiting for just that.
     */
    private static final class Asking {

        private final CompletableFuture<HttpResponse<ArrivingBytes>> answer = new CompletableFuture<>();
        private final Thread thread;

        Asking(HttpClient client, HttpRequest request) {
            thread = new Thread(() -> ask(client, request), "depth4j-fetch");
            thread.setDaemon(true);
            thread.start();
        }

        private void ask(HttpClient client, HttpRequest request) {
            try {
                HttpResponse<ArrivingBytes> response = client.send(request, head -> new ArrivingBytes());
                if (!answer.complete(response)) {
                    response.body().close();
                }
            } catch (Throwable problem) {
                answer.completeExceptionally(problem);
            }
        }

        CompletableFuture<HttpResponse<ArrivingBytes>> answer() {
            return answer;
        }

        void stop() {
            answer.cancel(true);
            thread.interrupt();
        }
    }

    private static String why(Exception e) {
        return Optional.ofNullable(e.getCause()).orElse(e).toString();
    }
}
