package com.servistech.erp;

import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.transfers.TransferNews;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries the news of transfers from store to store: read in one, heard in the other, ticked off in the first. Whatever
 * breaks in between is done again by the next call, and changes nothing where it was done.
 */
final class CarryTransfers {

    private static final Logger LOG = System.getLogger(CarryTransfers.class.getName());

    /** News, an answer to them and some to spare. */
    private static final int ROUNDS = 4;

    private final Erp erp;
    private final SystemCaller system = SystemCaller.of("transfers");
    private final Set<String> failed = new HashSet<>();

    CarryTransfers(Erp erp) {
        this.erp = erp;
    }

    /** Never fails: whoever has just changed a transfer has done so, told or not. */
    int carry() {
        try {
            return rounds();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "transfers are told later", e);
            return 0;
        }
    }

    private int rounds() {
        int told = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int now = 0;
            for (StoreId store : erp.inChain(system).read(s -> s.transfers().storesWithNews())) {
                List<TransferNews> waiting =
                        erp.inStore(system, store).read(s -> s.transfers().news());
                for (TransferNews news : waiting) {
                    now += tell(news) ? 1 : 0;
                }
            }
            if (now == 0) {
                return told;
            }
            told += now;
        }
        return told;
    }

    /** News that one store cannot take keep nobody else's waiting. */
    private boolean tell(TransferNews news) {
        if (failed.contains(news.toString())) {
            return false;
        }
        try {
            erp.inStore(system, news.to()).write(s -> {
                s.transfers().hear(news);
                return null;
            });
            erp.inStore(system, news.from()).write(s -> {
                s.transfers().told(news);
                return null;
            });
            return true;
        } catch (RuntimeException e) {
            failed.add(news.toString());
            LOG.log(Level.ERROR, "not told yet, is tried again later: " + news, e);
            return false;
        }
    }
}
