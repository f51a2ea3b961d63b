package io.sreobservability.local.wire.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sreobservability.local.wire.http.BodyLimit;
import io.sreobservability.local.wire.http.Endpoint;
import io.sreobservability.local.wire.http.HttpProblem;
import io.sreobservability.local.wire.http.Request;
import io.sreobservability.local.wire.http.Response;
import io.sreobservability.local.wire.http.Router;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * {@code /faults}: PUT plans one more fault, its body being a {@link FaultSpec}; DELETE lifts all of them; GET lists them, as
 * the other two do of what is planned then.
 */
public final class FaultsApi {
    private static final String PATH = "/faults";
    private static final int LONGEST = 200;
    private static final BodyLimit LIMIT = new BodyLimit(LONGEST, LONGEST);

    /** Before nobody listens any more: so long whoever wanted that may wait for the answer. */
    private static final Duration LAST_WORD = Duration.ofMillis(100);

    private final Faults faults;

    public FaultsApi(Faults faults) {
        this.faults = faults;
    }

    /** Adds the routes. */
    public void addTo(Router router) {
        router.add(PATH, new Method("GET", request -> {}))
                .add(PATH, new Method("PUT", this::plan))
                .add(PATH, new Method("DELETE", request -> faults.lift()));
    }

    private void plan(Request request) throws HttpProblem, IOException {
        Fault fault;
        try {
            fault = FaultSpec.parse(new String(request.body(LIMIT), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, String.valueOf(e.getMessage()));
        }
        if (fault.kind() == FaultKind.REFUSE) {
            faults.after(LAST_WORD, () -> faults.plan(fault));
        } else {
            faults.plan(fault);
        }
    }

    private Response list() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (PlannedFault.Status status : faults.list()) {
            ObjectNode entry = list.addObject();
            entry.put("fault", status.fault().kind().word());
            entry.put("signal", status.fault().target().word());
            entry.put("happened", status.happened());
            entry.put("timesLeft", status.timesLeft());
            Duration left = status.timeLeft();
            entry.put("secondsLeft", left == null ? null : Math.max(0, left.toSeconds()));
        }
        return Response.of(200, "application/json", list + "\n");
    }

    /** What a method does before the list is answered. */
    private interface Action {
        void run(Request request) throws HttpProblem, IOException;
    }

    private final class Method implements Endpoint {
        private final String name;
        private final Action action;

        Method(String name, Action action) {
            this.name = name;
            this.action = action;
        }

        @Override
        public String method() {
            return name;
        }

        @Override
        public Response handle(Request request) throws HttpProblem, IOException {
            action.run(request);
            return list();
        }

        @Override
        public Response problem(Request request, HttpProblem problem) {
            return Response.of(problem.status(), "text/plain; charset=utf-8", problem.message() + "\n");
        }
    }
}
