package io.sreobservability.sreagent.serve;

import io.sreobservability.sreagent.agent.Investigation;
import io.sreobservability.sreagent.agent.InvestigationException;
import io.sreobservability.sreagent.report.MarkdownReport;
import io.sreobservability.sreagent.serve.Turns.Turn;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /invocations}: one investigation per request, answered with its report. */
final class InvocationsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(InvocationsServlet.class);

    private final transient RequestReader requests;
    private final transient Investigator investigator;
    private final transient Turns turns;

    InvocationsServlet(RequestReader requests, Investigator investigator, Turns turns) {
        this.requests = requests;
        this.investigator = investigator;
        this.turns = turns;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Answers.report(response, report(request));
        } catch (Refusal e) {
            Answers.refuse(response, e);
        }
    }

    /** Takes its turn before it reads: those who send slowly must not take the threads that refusals and pings need. */
    private String report(HttpServletRequest request) throws IOException, Refusal {
        try (Turn turn = turns.begin()) {
            // Named, so that the compiler sees it used: closing it makes room for the next one.
            assert turn != null;
            Investigation investigation = investigator.investigate(requests.read(request));
            if (investigation.failed()) {
                throw new Refusal(500, investigation.failure());
            }
            return MarkdownReport.of(investigation);
        } catch (InterruptedIOException e) {
            if (turns.stopping()) {
                throw Turns.stopped();
            }
            throw e;
        } catch (RuntimeException e) {
            throw turns.stopping() ? Turns.stopped() : failure(e);
        }
    }

    private static Refusal failure(RuntimeException e) {
        if (e instanceof InvestigationException) {
            return new Refusal(500, String.valueOf(e.getMessage()));
        }
        // What it is belongs to the log; the caller is told that it was not the request.
        LOG.error("An invocation failed", e);
        return new Refusal(500, "Internal error; the log of the service says more");
    }
}
