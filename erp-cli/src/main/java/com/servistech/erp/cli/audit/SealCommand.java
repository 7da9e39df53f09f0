package com.servistech.erp.cli.audit;

import com.servistech.erp.Erp;
import com.servistech.erp.audit.Anchor;
import com.servistech.erp.audit.AnchorFile;
import com.servistech.erp.audit.AnchorLog;
import com.servistech.erp.audit.AnchorPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        description =
                "Sella las cadenas de todas las sedes (una vez al día) y deja el ancla fuera de la base de datos.")
final class SealCommand implements Callable<Integer> {

    @Mixin
    private Chain chain;

    @Option(names = "--out", description = "archivo para el ancla; guárdelo donde no llegue quien administra la base")
    private Path out;

    @Override
    public Integer call() {
        List<AnchorPlace> places = new ArrayList<>(List.of(new AnchorLog()));
        if (out != null) {
            places.add(new AnchorFile(out));
        }
        try (Erp erp = chain.open()) {
            Anchor anchor = erp.inChain(chain.caller()).write(s -> s.audit().seal());
            // committed: only now may anybody hear of it
            places.forEach(place -> place.keep(anchor));
            chain.out()
                    .printf(
                            "Sello %d del %s: %d cadenas, %s%n",
                            anchor.seal(), anchor.day(), anchor.heads().size(), anchor.hash());
        }
        return 0;
    }
}
