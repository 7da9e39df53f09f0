package com.servistech.erp.rates;

import com.servistech.erp.rates.RateSource.Fetched;
import java.net.URI;
import java.util.List;

/** Where the bank keeps its tables. Called outside of any transaction. */
public interface TableArchive {

    /** The addresses of the tables, newest first. */
    Fetched<List<URI>> links(int most);

    /** One file. */
    Fetched<RateTables> fetch(URI link);

    /** A file that somebody saved. */
    Fetched<RateTables> saved(String origin, byte[] body);
}
