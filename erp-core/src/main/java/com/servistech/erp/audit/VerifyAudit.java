package com.servistech.erp.audit;

import com.servistech.erp.audit.Finding.Kind;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies the chain of every store of the scope, against an anchor from outside and the seals inside. */
final class VerifyAudit {

    private final Work work;
    private final Map<StoreId, List<Finding>> ends = new LinkedHashMap<>();

    VerifyAudit(Work work) {
        this.work = work;
    }

    /**
     * @param anchor null where none was kept: then links that were cut off at the end may go unseen
     * @param rows whether the rows of the business are held against the record as well
     */
    AuditReport verify(Anchor anchor, boolean rows) {
        work.require(Permission.AUDIT_READ);
        List<StoreId> stores = work.sql()
                .list(
                        row -> new StoreId(row.uuid("store")),
                        "select unnest(current_setting('app.store_ids')::uuid[]) store order by 1");
        stores.forEach(store -> ends.put(store, new ArrayList<>()));
        checkSeals();
        if (anchor != null) {
            String name = "the anchor of " + anchor.day() + " (seal " + anchor.seal() + ")";
            anchor.heads().forEach(head -> checkAgainst(head, name));
        }
        List<ChainReport> reports = new ArrayList<>();
        for (StoreId store : stores) {
            ChainReport chain = new VerifyChain(work, store).verify();
            List<Finding> findings = new ArrayList<>(chain.findings());
            findings.addAll(ends.get(store));
            if (rows) {
                findings.addAll(new VerifyRows(work, store).verify());
            }
            reports.add(new ChainReport(store, chain.links(), chain.entries(), chain.head(), findings));
        }
        return AuditReport.of(reports);
    }

    /** The seals are rows of the chain itself: a store's scope does not see them. */
    private void checkSeals() {
        String previous = ChainLink.BEGINNING;
        long number = 0;
        Map<StoreId, ChainHead> newest = new LinkedHashMap<>();
        for (Anchor seal :
                work.sql().list(Anchor::of, "select " + Anchor.COLUMNS + " from erp.audit_seals order by position")) {
            number++;
            if (seal.seal() != number || !seal.previousHash().equals(previous) || !seal.holds()) {
                add(Finding.link(
                        StoreId.CHAIN,
                        seal.seal(),
                        Kind.SEAL_CHANGED,
                        "seal " + seal.seal() + " of " + seal.day() + " is not what it was"));
                return;
            }
            previous = seal.hash();
            seal.heads().forEach(head -> newest.put(head.store(), head));
        }
        String name = "seal " + number + " in the database";
        newest.values().forEach(head -> checkAgainst(head, name));
    }

    private void checkAgainst(ChainHead anchored, String name) {
        if (!ends.containsKey(anchored.store())) {
            return;
        }
        Optional<String> hash = work.sql()
                .first(
                        row -> row.text("hash"),
                        "select hash from erp.audit_links where store_id = ? and position = ?",
                        anchored.store(),
                        anchored.position());
        long last = work.sql()
                .first(
                        row -> row.bigint("last"),
                        "select coalesce(max(position), 0) last from erp.audit_links where store_id = ?",
                        anchored.store())
                .orElse(0L);
        if (last < anchored.position()) {
            add(Finding.link(
                    anchored.store(),
                    last,
                    Kind.ENDS_BEFORE_ANCHOR,
                    "the chain ends before %s, which knew %d links: an older backup was restored, or the newest links were cut off"
                            .formatted(name, anchored.position())));
        } else if (hash.isPresent() && !hash.get().equals(anchored.hash())) {
            add(Finding.link(
                    anchored.store(),
                    anchored.position(),
                    Kind.DIFFERS_FROM_ANCHOR,
                    "this link is another one than in %s: the chain was written anew, or an older backup was restored and work went on from it"
                            .formatted(name)));
        }
    }

    private void add(Finding finding) {
        List<Finding> known = ends.computeIfAbsent(finding.store(), store -> new ArrayList<>());
        if (known.stream().noneMatch(other -> other.kind() == finding.kind())) {
            known.add(finding);
        }
    }
}
