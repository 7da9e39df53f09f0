package com.servistech.erp.cli.audit;

import com.servistech.erp.Erp;
import com.servistech.erp.audit.Anchor;
import com.servistech.erp.audit.AuditReport;
import com.servistech.erp.audit.ChainReport;
import com.servistech.erp.audit.Finding;
import com.servistech.erp.tenancy.StoreId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recalcula las cadenas y nombra cada asiento que no es lo que fue.",
            "Termina con 0 si todo está íntegro, con 1 si algo no encaja."
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private Chain chain;

    @Option(names = "--store", description = "solo esta sede, CCS-01 (CADENA: lo que es de todas)")
    private String store;

    @Option(names = "--anchor", description = "un ancla guardada por seal: descubre también lo que se cortó al final")
    private Path file;

    @Option(names = "--rows", description = "compara además las filas del negocio con lo registrado; tarda más")
    private boolean rows;

    @Override
    public Integer call() throws IOException {
        Anchor anchor = file == null ? null : Anchor.parse(Files.readString(file));
        try (Erp erp = chain.open()) {
            Map<StoreId, String> codes = chain.codes(erp);
            StoreId only = store == null ? null : chain.store(erp, store);
            Erp.Door door = only == null || only.equals(StoreId.CHAIN)
                    ? erp.inChain(chain.caller())
                    : erp.inStore(chain.caller(), only);
            AuditReport report = door.read(s -> s.audit().verify(anchor, rows));
            boolean intact = true;
            for (ChainReport verified : report.chains()) {
                if (only == null || only.equals(verified.store())) {
                    print(codes.getOrDefault(verified.store(), verified.store().toString()), verified);
                    intact &= verified.intact();
                }
            }
            return intact ? 0 : 1;
        }
    }

    private void print(String code, ChainReport verified) {
        chain.out()
                .printf(
                        "%-8s %s: %d eslabones, %d asientos, cabeza %s%n",
                        code,
                        verified.intact() ? "íntegra" : "NO ENCAJA",
                        verified.links(),
                        verified.entries(),
                        verified.head());
        for (Finding finding : verified.findings()) {
            chain.out().println("  " + FindingText.line(finding));
        }
    }
}
