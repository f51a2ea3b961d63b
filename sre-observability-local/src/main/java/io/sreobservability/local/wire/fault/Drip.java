package io.sreobservability.local.wire.fault;

import io.sreobservability.local.wire.http.Conversation;
import io.sreobservability.local.wire.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

/** An answer that is good and never in a hurry: a byte every tenth of a second, for a minute. */
final class Drip implements Runnable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int DROPS = 600;

    /** In Protocol Buffers, a field that every reader skips (number 15, value 0). */
    private static final byte[] UNKNOWN_FIELD = {0x78, 0};

    private static final byte[] BLANKS = {' ', ' '};

    private final Conversation conversation;
    private final Faults faults;
    private final byte[] body;
    private final OutputStream out;
    private int dropped;

    private Drip(Conversation conversation, Faults faults, Response response) throws IOException {
        this.conversation = conversation;
        this.faults = faults;
        this.body = lengthened(response);
        this.out = conversation.begin(response, body.length);
    }

    static void begin(Conversation conversation, Faults faults) throws IOException {
        new Drip(conversation, faults, conversation.answer()).run();
    }

    /** Most answers are empty: something that means nothing is added, so that there is something to wait for. */
    private static byte[] lengthened(Response response) {
        byte[] filler = response.contentType().contains("protobuf") ? UNKNOWN_FIELD : BLANKS;
        int length = response.body().length;
        byte[] body = Arrays.copyOf(response.body(), length + DROPS);
        for (int i = 0; i < DROPS; i++) {
            body[length + i] = filler[i % filler.length];
        }
        return body;
    }

    @Override
    public void run() {
        try {
            out.write(body[dropped++]);
            out.flush();
            if (dropped == body.length) {
                conversation.close();
            } else {
                faults.after(PAUSE, this);
            }
        } catch (IOException nobodyWaits) {
            conversation.close();
        }
    }
}
