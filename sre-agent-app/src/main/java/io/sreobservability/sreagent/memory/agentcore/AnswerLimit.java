package io.sreobservability.sreagent.memory.agentcore;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Ends an answer that is longer than any honest one: the SDK would read all of it into memory. */
final class AnswerLimit implements ExecutionInterceptor {
    /** A page of a hundred records at the service's longest. */
    private static final long MOST_BYTES = 8L << 20;

    /** The answer went on beyond the limit. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("the answer is longer than " + MOST_BYTES + " bytes");
        }
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.responseBody().map(Limited::new);
    }

    private static final class Limited extends FilterInputStream {
        private long left = MOST_BYTES;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws TooLongException {
            left -= read;
            if (left < 0) {
                throw new TooLongException();
            }
        }
    }
}
