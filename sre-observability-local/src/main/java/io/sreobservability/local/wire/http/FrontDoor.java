package io.sreobservability.local.wire.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Every request comes through here: guard, route, method, and then the service. */
public final class FrontDoor implements HttpHandler {
    private final LoopbackGuard guard;
    private final Router router;
    private final Service service;

    public FrontDoor(LoopbackGuard guard, Router router, Service service) {
        this.guard = guard;
        this.router = router;
        this.service = service;
    }

    /** The service ends the conversation, possibly later and on another thread; here it ends only if that failed. */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Request request = new Request(exchange);
        Endpoint endpoint = router.find(request.path(), request.method());
        Conversation conversation = new Conversation(exchange, request, endpoint);
        try {
            guard.check(exchange.getRequestHeaders());
            if (endpoint == null || endpoint.method().equals(request.method())) {
                service.serve(conversation);
            } else {
                String methods = router.methods(request.path());
                conversation.send(conversation
                        .problem(new HttpProblem(405, "Use " + methods + " at " + request.path() + "."))
                        .with("Allow", methods));
            }
        } catch (HttpProblem keptOut) {
            conversation.send(conversation.problem(keptOut));
        } catch (IOException | RuntimeException | Error broken) {
            conversation.close();
            throw broken;
        }
    }
}
