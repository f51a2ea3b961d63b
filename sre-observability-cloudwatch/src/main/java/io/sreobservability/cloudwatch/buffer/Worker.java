package io.sreobservability.cloudwatch.buffer;

import io.sreobservability.cloudwatch.delivery.EndpointHealth;
import io.sreobservability.cloudwatch.delivery.ExportOutcome;
import io.sreobservability.cloudwatch.delivery.ExporterLedger;
import io.sreobservability.cloudwatch.delivery.FailureKind;
import io.sreobservability.cloudwatch.delivery.Holdings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that moves items on. It runs in turns: each takes in what has arrived, books an export that has ended, moves what
 * waits too long to the disk, begins the next export, and rests until something is due. No turn waits for the receiver.
 */
final class Worker<T> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long LONGEST_IN_MEMORY_NANOS = BufferSettings.SLOW.toNanos();
    private static final long REST_AFTER_MISTAKE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final BufferSettings settings;
    private final Inbox<T> inbox;
    private final Backlog<T> backlog;
    private final Sender<T> sender;
    private final ExporterLedger ledger;
    private final EndpointHealth health;
    private final Pause pause = new Pause(ThreadLocalRandom.current());
    private final Queue<FlushRequest> newRequests = new ConcurrentLinkedQueue<>();
    private final List<FlushRequest> requests = new ArrayList<>();
    private volatile @Nullable Closing closing;
    private volatile Holdings holdings = Holdings.NONE;
    private volatile @Nullable Thread thread;
    private volatile boolean ended;

    private @Nullable Batch<T> sending;
    private @Nullable Attempt attempt;
    private long attempts;
    private boolean failing;
    private long retryAtNanos;
    private long lastStartNanos = System.nanoTime();
    private long lastSpillNanos = System.nanoTime();
    private long lossesTold;
    private boolean mistakeTold;

    /** A worker; {@code run} is for a thread of its own. */
    Worker(
            BufferSettings settings,
            Inbox<T> inbox,
            Backlog<T> backlog,
            Sender<T> sender,
            ExporterLedger ledger,
            EndpointHealth health) {
        this.settings = settings;
        this.inbox = inbox;
        this.backlog = backlog;
        this.sender = sender;
        this.ledger = ledger;
        this.health = health;
    }

    /** By when a shutdown is over, and by when what it has not delivered must be on the disk. */
    record Closing(FlushRequest last, long spillByNanos, long endByNanos) {}

    /** What waits, here and in the inbox. */
    Holdings holdings() {
        Holdings now = holdings;
        return new Holdings(now.queued() + inbox.waiting(), now.inFlight(), now.onDisk());
    }

    void request(FlushRequest request) {
        newRequests.add(request);
        if (ended) {
            answerLateRequests();
        } else {
            wake();
        }
    }

    private void answerLateRequests() {
        for (FlushRequest late = newRequests.poll(); late != null; late = newRequests.poll()) {
            late.end(holdings().isNothing());
        }
    }

    void close(Closing how) {
        closing = how;
        request(how.last());
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        guarded(backlog::adopt);
        while (!isOver()) {
            long rest = guarded(this::turn) ? outlook().restNanos(System.nanoTime()) : REST_AFTER_MISTAKE_NANOS;
            if (!isOver()) {
                LockSupport.parkNanos(this, rest);
            }
        }
        guarded(this::end);
        beginRequests();
        endRequests(true);
        ended = true;
        answerLateRequests();
    }

    /** A mistake, an Error even, costs a turn and not the worker. */
    private boolean guarded(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Throwable mistake) {
            tell(mistake);
            return false;
        }
    }

    private void tell(Throwable mistake) {
        if (mistakeTold) {
            return;
        }
        mistakeTold = true;
        try {
            LOG.warn("Delivery of {} stumbled and goes on", ledger.signal().items(), mistake);
        } catch (Throwable logIsBroken) {
            // There is nobody left to tell.
        }
    }

    private boolean isOver() {
        Closing how = closing;
        return how != null && (how.last().result().isDone() || System.nanoTime() - how.endByNanos() >= 0);
    }

    private void turn() {
        long now = System.nanoTime();
        backlog.takeIn();
        bookAttempt(now);
        beginRequests();
        if (isSpillDue(now)) {
            lastSpillNanos = now;
            backlog.spill();
        }
        backlog.makeRoom();
        publish();
        endRequests(false);
        if (mayStart(now)) {
            start(now);
            publish();
        }
        if (attempt != null) {
            backlog.readAhead();
        }
    }

    private void bookAttempt(long now) {
        Attempt underWay = attempt;
        Batch<T> sent = sending;
        if (underWay == null || sent == null) {
            return;
        }
        ExportOutcome outcome = underWay.outcome();
        if (outcome == null && underWay.ageNanos(now) < settings.exportTimeout().toNanos()) {
            return;
        }
        attempt = null;
        book(sent, outcome == null ? ExportOutcome.noAnswer() : outcome, now);
        for (ExportOutcome earlier = sent.firstTaken(); earlier != null; earlier = sent.firstTaken()) {
            taken(sent, earlier);
        }
        if (sent.isSettled()) {
            sending = null;
        }
    }

    private void book(Batch<T> sent, ExportOutcome outcome, long now) {
        if (outcome.unclear()) {
            sent.mayHaveBeenTaken();
        }
        if (sent.isAskingWitness()) {
            bookWitness(sent, outcome, now);
            return;
        }
        if (outcome.next() != ExportOutcome.Next.STUMBLED) {
            sent.interrupted();
        }
        switch (outcome.next()) {
            case DONE, DONE_IN_PART -> taken(sent, outcome);
            case AGAIN -> failed(outcome, now);
            case STUMBLED -> stumbled(sent, outcome, now);
            case SUSPECT -> {
                if (sent.isWorthAnotherTry()) {
                    failed(outcome, now);
                } else {
                    splitOrGiveUp(sent, outcome.kind());
                }
            }
            case SPLIT -> splitOrGiveUp(sent, outcome.kind());
            case GIVE_UP -> giveUp(sent, outcome.kind());
        }
        if (outcome.next() == ExportOutcome.Next.DONE) {
            health.succeeded(ledger.signal());
        } else {
            health.failed(ledger.signal(), outcome.reason());
        }
    }

    /** The receiver may be away, or have trouble with something in this part: after a while others are asked. */
    private void stumbled(Batch<T> sent, ExportOutcome outcome, long now) {
        failed(outcome, now);
        if (sent.stumbled()) {
            backlog.addWitness(sent);
            sent.tryWitness();
        }
    }

    private void bookWitness(Batch<T> sent, ExportOutcome outcome, long now) {
        if (outcome.isTaken()) {
            receiverAnswers();
            sent.witnessTaken(outcome);
            if (sent.isHopeless()) {
                giveUp(sent, FailureKind.INVALID);
            }
            return;
        }
        sent.witnessNotTaken();
        failed(outcome, now);
    }

    private void taken(Batch<T> sent, ExportOutcome outcome) {
        int items = sent.partSize();
        long rejected = Math.min(items, outcome.rejected());
        ledger.possiblyDuplicated(sent.possiblyDuplicated());
        sent.taken();
        settled(sent);
        if (sender.isAcknowledged()) {
            ledger.delivered(items - rejected);
        } else {
            ledger.unconfirmed(items - rejected);
        }
        ledger.lost(rejected, outcome.kind());
    }

    private void failed(ExportOutcome outcome, long now) {
        failing = true;
        retryAtNanos = now + pause.after(outcome.retryAfter()).toNanos();
        for (FlushRequest request : requests) {
            request.triedInVain(attempts);
        }
    }

    private void splitOrGiveUp(Batch<T> sent, FailureKind kind) {
        if (!sent.split()) {
            giveUp(sent, kind);
        }
    }

    private void giveUp(Batch<T> sent, FailureKind kind) {
        int items = sent.partSize();
        settled(sent);
        ledger.lost(items, kind);
    }

    /** The receiver answers, well or not. Its items leave here first: in between they are missing, and never there twice. */
    private void settled(Batch<T> sent) {
        receiverAnswers();
        int items = backlog.settle(sent);
        requests.forEach(request -> request.settled(items));
        publish();
    }

    private void receiverAnswers() {
        failing = false;
        pause.reset();
    }

    private void beginRequests() {
        for (FlushRequest next = newRequests.poll(); next != null; next = newRequests.poll()) {
            // What was put in before the request was made has arrived by now.
            backlog.takeIn();
            next.begin(backlog.size(), attempts, lossesTold);
            requests.add(next);
        }
    }

    private boolean isSpillDue(long now) {
        if (!backlog.hasDisk() || backlog.inMemory() == 0) {
            return false;
        }
        Attempt underWay = attempt;
        Closing how = closing;
        return failing
                || inbox.isHalfFull()
                || (underWay != null && underWay.ageNanos(now) > BufferSettings.SLOW.toNanos())
                || (backlog.onDisk() > 0 && now - lastSpillNanos > LONGEST_IN_MEMORY_NANOS)
                || (how != null && now - how.spillByNanos() >= 0);
    }

    private boolean mayStart(long now) {
        if (attempt != null || sender.isBusy() || backlog.size() == 0) {
            return false;
        }
        if (!requests.isEmpty()) {
            return true;
        }
        return (!failing || now - retryAtNanos >= 0) && isBatchDue(now);
    }

    private boolean isBatchDue(long now) {
        return sending != null
                || backlog.onDisk() > 0
                || backlog.inMemory() >= settings.batchItems()
                || now - lastStartNanos >= settings.delay().toNanos();
    }

    private void start(long now) {
        lastStartNanos = now;
        Batch<T> next = backlog.front();
        sending = next;
        if (next != null) {
            attempts++;
            attempt = sender.send(next.part(), now, this::wake);
        }
    }

    private void publish() {
        Batch<T> sent = sending;
        long inFlight = attempt == null || sent == null ? 0 : sent.partSize();
        boolean onDisk = sent != null && sent.isOnDisk();
        holdings = new Holdings(
                backlog.inMemory() - (onDisk ? 0 : inFlight), inFlight, backlog.onDisk() - (onDisk ? inFlight : 0));
    }

    /** A request that is settled though something was lost, and not told before it began, has not been fulfilled. */
    private void endRequests(boolean all) {
        // Read once: what is lost from here on is for the next request to tell.
        long losses = ledger.losses();
        for (FlushRequest request : List.copyOf(requests)) {
            boolean settled = request.isSettled() || backlog.size() == 0;
            if (all || settled || request.isInVain()) {
                requests.remove(request);
                lossesTold = losses;
                request.end(settled && request.isLossless(losses));
            }
        }
    }

    private Outlook outlook() {
        return new Outlook(
                settings.delay().toNanos(),
                attempt,
                sender.isBusy(),
                failing ? OptionalLong.of(retryAtNanos) : OptionalLong.empty(),
                backlog.size() > 0
                        ? OptionalLong.of(lastStartNanos + settings.delay().toNanos())
                        : OptionalLong.empty(),
                closing);
    }

    private void end() {
        inbox.close();
        backlog.takeIn();
        attempt = null;
        sending = null;
        backlog.close();
        publish();
    }
}
