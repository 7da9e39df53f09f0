package com.servistech.erp;

import com.servistech.erp.billing.fiscal.ControlAnswer;
import com.servistech.erp.billing.fiscal.FiscalDocument;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.events.EventPublisher;
import com.servistech.erp.jobs.Job;
import com.servistech.erp.notifications.Notifier;
import com.servistech.erp.rates.RateSources;
import com.servistech.erp.rates.SavedRates;
import com.servistech.erp.tenancy.Caller;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.UnitOfWork;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The whole business in one object. Nothing is reached without saying who acts and for which store:
 *
 * <pre>{@code
 * try (Erp erp = Erp.start(new PlainRuntime(ErpConfig.fromEnvironment()))) {
 *     CustomerView ana = erp.inStore(caller, store).write(s -> s.customers().register(input));
 * }
 * }</pre>
 */
public final class Erp implements AutoCloseable {

    private final ErpRuntime runtime;
    private final Adapters adapters;

    private Erp(ErpRuntime runtime, Adapters adapters) {
        this.runtime = runtime;
        this.adapters = adapters;
    }

    public static Erp start(ErpRuntime runtime) {
        return new Erp(runtime, Adapters.of(runtime));
    }

    /** With another book of jobs than the one of this assembly: how a further feature brings the tasks of its jobs. */
    public static Erp start(ErpRuntime runtime, UnaryOperator<JobBook> jobs) {
        Adapters adapters = Adapters.of(runtime);
        return new Erp(runtime, adapters.with(jobs.apply(adapters.jobBook())));
    }

    public ErpRuntime runtime() {
        return runtime;
    }

    /** Where people come in: signing in, changing a password, and whom an access token speaks for. */
    public Entrance entrance() {
        return new Entrance(this, adapters);
    }

    /** Whom to ask for rates: ask first, then open a transaction for {@code rates().take(..)}. */
    public RateSources rateSources() {
        return adapters.sources();
    }

    /** @throws Unavailable {@code backups.not-configured} */
    public Archive archive() {
        if (adapters.backups() == null) {
            throw new Unavailable(
                    "backups.not-configured",
                    "No place for backups is configured: ERP_BACKUP_DIR or ERP_BACKUP_BUCKET");
        }
        return new Archive(this, adapters.backups());
    }

    /**
     * This process as one that works on jobs.
     *
     * @param name differs from that of every other process that is alive
     * @param lease how long the cluster waits for it when it is silent
     */
    public JobNode jobNode(String name, Duration lease) {
        return new JobNode(this, name, lease);
    }

    /** Done each time that something was announced and committed here; the relay need not wait for its next look. */
    public void onEvents(Runnable wake) {
        adapters.bell().set(wake);
    }

    /** What operators watch; a few short statements. */
    public OperatorFigures figures() {
        return inChain(SystemCaller.of("metrics")).read(OperatorFigures::of);
    }

    /** Of every job that there is, also of those that cannot run here. */
    public List<String> jobNames() {
        return jobBook().catalogue().all().stream().map(Job::name).toList();
    }

    JobBook jobBook() {
        return adapters.jobBook();
    }

    EventPublisher publisher() {
        return adapters.publisher();
    }

    Notifier notifier() {
        return adapters.notifier();
    }

    /** Reads what somebody saved, by source; needs neither configuration nor database. */
    public static Map<String, SavedRates> savedRates() {
        return Adapters.saved();
    }

    /** @throws com.servistech.erp.error.Forbidden when the caller does not belong to the store */
    public Door inStore(Caller caller, StoreId store) {
        return door(caller, new Scope.OneStore(store));
    }

    /** Several stores at once, for reading lists. */
    public Door inStores(Caller caller, Set<StoreId> stores) {
        return door(caller, new Scope.SomeStores(stores));
    }

    /** The whole chain, said explicitly: SUPER_ADMIN and the system only. */
    public Door inChain(Caller caller) {
        return door(caller, new Scope.Chain());
    }

    /** No store at all: signing in, public pages. */
    public Door outside(Caller caller) {
        return door(caller, new Scope.Nothing());
    }

    /**
     * Tells stores what others did with transfers that both know, each in a short transaction of its own store. Safe to
     * call at any time, from several places at once; what cannot be told now is told by the next call.
     *
     * @return how many times something was told
     */
    public int carryTransfers() {
        return new CarryTransfers(this).carry();
    }

    @Override
    public void close() {
        adapters.close();
        runtime.close();
    }

    private Door door(Caller caller, Scope scope) {
        return new Door(new UnitOfWork(runtime.transactions(), runtime.clock(), caller, scope), adapters);
    }

    /** Opens one transaction per call, in the scope that was said; or joins the host's. */
    public static final class Door {

        private final UnitOfWork unit;
        private final Adapters adapters;

        Door(UnitOfWork unit, Adapters adapters) {
            this.unit = unit;
            this.adapters = adapters;
        }

        public <T> T read(Function<Session, T> body) {
            return unit.read(work -> body.apply(new Session(work, adapters)));
        }

        public <T> T write(Function<Session, T> body) {
            return unit.write(work -> ringing(work, body));
        }

        private <T> T ringing(Work work, Function<Session, T> body) {
            T answer = body.apply(new Session(work, adapters));
            if (work.announced()) {
                work.afterCommit(adapters.bell().get());
            }
            return answer;
        }

        /**
         * Writes what must survive a refusal, in a second short transaction, once the refused one has ended.
         *
         * @return the refusal, to be thrown
         */
        public <E extends ErpException> E record(E refusal, Consumer<Session> body) {
            return unit.record(refusal, work -> body.accept(new Session(work, adapters)));
        }

        /**
         * Notes that access was denied here, for an edge that asks before the work begins.
         *
         * @return the refusal, to be thrown
         */
        public Forbidden denied(Forbidden refusal) {
            return unit.denied(refusal);
        }

        /**
         * Works inside the transaction that the host has open: the chunk of a batch job.
         *
         * @throws IllegalStateException when none is open, or it works for another scope or caller already
         */
        public <T> T join(Function<Session, T> body) {
            return unit.join(work -> ringing(work, body));
        }

        /**
         * Asks the provider for the control numbers of the store's documents that wait for them, outside of any
         * transaction: a short one reads what waits, and one for each document writes down what was answered. Safe to
         * call at any time, from several places at once.
         *
         * @return how many got their number
         */
        public int askForControlNumbers() {
            int assigned = 0;
            for (FiscalDocument waiting : read(s -> s.billing().pendingControl())) {
                ControlAnswer answer = adapters.fiscal().submit(waiting);
                assigned += taken(waiting, answer) && answer instanceof ControlAnswer.Assigned ? 1 : 0;
            }
            return assigned;
        }

        /** A number that does not fit is written down as refused, so that it stops nobody behind it. */
        private boolean taken(FiscalDocument waiting, ControlAnswer answer) {
            try {
                return write(s -> {
                    s.billing().takeControl(waiting.id(), answer);
                    return true;
                });
            } catch (Conflict misfit) {
                return write(s -> {
                    s.billing().takeControl(waiting.id(), new ControlAnswer.Refused(misfit.getMessage()));
                    return false;
                });
            }
        }
    }
}
