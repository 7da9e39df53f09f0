package com.servistech.erp;

import com.servistech.erp.tenancy.Transactions;
import java.time.Clock;

/** The one seam to the host: whose transactions, whose clock, which configuration. */
public interface ErpRuntime extends AutoCloseable {

    ErpConfig config();

    Clock clock();

    Transactions transactions();

    /** Frees what this runtime opened itself. */
    @Override
    void close();
}
