package com.servistech.erp;

import com.servistech.erp.jobs.HeldRun;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import java.util.List;
import java.util.function.Function;

/**
 * What a job does.
 *
 * @param parts what there is to do, asked when a run begins: one part for the chain, or one for each store
 * @param part how one of them is done
 */
public record JobTask(String job, Function<At, List<StoreId>> parts, Part part) {

    /** Where and for what it is done. */
    public record At(Erp erp, SystemCaller caller, HeldRun run, StoreId store) {

        /** The scope of this part. */
        Erp.Door door() {
            return store.equals(StoreId.CHAIN) ? erp.inChain(caller) : erp.inStore(caller, store);
        }
    }

    /**
     * What came of a part.
     *
     * @param done false for something that was tried and written down and is all the same not as it should be
     */
    public record Ended(boolean done, String note) {
        public static Ended well(String note) {
            return new Ended(true, note);
        }
    }

    /**
     * Asks the world outside first, as long as it takes; what is answered then does its work in the one transaction that
     * also says that the part is done. When the run was lost meanwhile, nothing of it counts.
     */
    public interface Part {
        Function<Session, Ended> prepare(At at);
    }

    /** One part, in the scope of the chain. */
    public static JobTask ofTheChain(String job, Part part) {
        return new JobTask(job, at -> List.of(StoreId.CHAIN), part);
    }

    /** One part for each store, also closed ones, whose month ends too; one that fails stops none of the others. */
    public static JobTask ofEachStore(String job, Part part) {
        return new JobTask(
                job, at -> at.erp().inChain(at.caller()).read(s -> s.stores().ids()), part);
    }
}
