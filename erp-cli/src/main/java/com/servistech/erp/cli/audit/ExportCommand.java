package com.servistech.erp.cli.audit;

import com.servistech.erp.Erp;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Escribe la cadena de una sede para que otro la verifique sin este programa (docs/audit.md).")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private Chain chain;

    @Option(names = "--store", required = true, description = "CCS-01 (CADENA: lo que es de todas)")
    private String code;

    @Option(names = "--from", description = "primer día, 2026-11-01; sin él, desde el principio")
    private LocalDate from;

    @Option(names = "--to", description = "último día, 2026-11-30; sin él, hasta el final")
    private LocalDate to;

    @Option(names = "--out", required = true, description = "archivo que se escribe")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Path whole = out.toAbsolutePath();
        Path draft = Files.createTempFile(whole.getParent(), whole.getFileName().toString(), ".tmp");
        try (Erp erp = chain.open()) {
            StoreId store = chain.store(erp, code);
            Erp.Door door =
                    store.equals(StoreId.CHAIN) ? erp.inChain(chain.caller()) : erp.inStore(chain.caller(), store);
            long links;
            try (Writer writer = Files.newBufferedWriter(draft)) {
                links = door.write(s -> s.audit()
                        .export(store, from == null ? null : start(from), to == null ? null : start(to.plusDays(1)))
                        .writeTo(writer));
            }
            Files.move(draft, whole, StandardCopyOption.REPLACE_EXISTING);
            chain.out().printf("%d eslabones de %s en %s%n", links, code, out);
        } finally {
            Files.deleteIfExists(draft);
        }
        return 0;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Work.CARACAS).toInstant();
    }
}
