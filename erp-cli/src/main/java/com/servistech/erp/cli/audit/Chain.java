package com.servistech.erp.cli.audit;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command of the group has: the ERP of the environment, its stores by code, and where it prints. */
@Command
final class Chain {

    private static final String OF_ITSELF = "CADENA";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Erp open() {
        return Erp.start(new PlainRuntime(ErpConfig.fromEnvironment()));
    }

    SystemCaller caller() {
        return new SystemCaller("audit", new Origin("cli-" + UUID.randomUUID(), null, "erp audit"));
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** @throws IllegalStateException when there is none of that code */
    StoreId store(Erp erp, String code) {
        return codes(erp).entrySet().stream()
                .filter(store -> store.getValue().equalsIgnoreCase(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No hay una sede con el código " + code));
    }

    /** The codes of all stores; the chain's own rows have one as well. */
    Map<StoreId, String> codes(Erp erp) {
        Map<StoreId, String> codes = new TreeMap<>(Comparator.comparing(StoreId::toString));
        codes.put(StoreId.CHAIN, OF_ITSELF);
        String cursor = null;
        do {
            Page.Request next = new Page.Request(Page.MAX_LIMIT, cursor);
            Page<StoreCard> page = erp.inChain(caller()).read(s -> s.stores().list(next));
            page.items().forEach(store -> codes.put(new StoreId(store.id()), store.code()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return codes;
    }
}
