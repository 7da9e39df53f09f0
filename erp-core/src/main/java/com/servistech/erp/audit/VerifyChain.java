package com.servistech.erp.audit;

import com.servistech.erp.audit.Finding.Kind;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * Recomputes one store's chain from its entries and names what does not fit. Links that are added
 * meanwhile are left to the next verification.
 */
final class VerifyChain {

    private final Work work;
    private final StoreId store;
    private final List<Finding> findings = new ArrayList<>();
    private long links;
    private long entries;
    private ChainLink before = new ChainLink(0, List.of(), new byte[0], "", ChainLink.BEGINNING);

    VerifyChain(Work work, StoreId store) {
        this.work = work;
        this.store = store;
    }

    ChainReport verify() {
        // plain settings of this transaction: the hashes of many entries are computed on every core, and put in order
        // in memory
        work.sql()
                .call("select set_config('parallel_setup_cost', '0', true),"
                        + " set_config('parallel_tuple_cost', '0', true), set_config('work_mem', '64MB', true),"
                        + " set_config('jit', 'off', true)");
        ChainHead head = head();
        LinkPages pages = new LinkPages(work, store);
        List<ChainLink> some = pages.between(0, head.position());
        while (!some.isEmpty() && findings.size() < ChainReport.MOST) {
            Leaves leaves = pages.leaves(some);
            for (ChainLink link : some) {
                check(link, leaves);
            }
            some = pages.between(before.position(), head.position());
        }
        if (findings.size() < ChainReport.MOST) {
            checkEnd(head);
            checkForged();
        }
        int most = Math.min(findings.size(), ChainReport.MOST);
        return new ChainReport(store, links, entries, before.hash(), findings.subList(0, most));
    }

    private ChainHead head() {
        return work.sql()
                .first(
                        row -> new ChainHead(store, row.bigint("position"), row.text("hash")),
                        "select position, hash from erp.audit_heads where store_id = ?",
                        store)
                .orElse(new ChainHead(store, 0, ChainLink.BEGINNING));
    }

    private void check(ChainLink link, Leaves leaves) {
        if (link.position() != before.position() + 1) {
            findings.add(Finding.link(
                    store,
                    before.position() + 1,
                    Kind.LINK_MISSING,
                    "the chain goes from link %d to link %d".formatted(before.position(), link.position())));
        } else if (!link.previousHash().equals(before.hash())) {
            findings.add(Finding.link(
                    store,
                    link.position(),
                    Kind.LINK_DETACHED,
                    "it continues another link than number %d as it stands now".formatted(before.position())));
        }
        if (!link.holds(store)) {
            findings.add(Finding.link(
                    store, link.position(), Kind.LINK_CHANGED, "its hash is not the hash of what it says"));
        }
        for (int i = 0; i < link.ordinals().size(); i++) {
            long ordinal = link.ordinals().get(i);
            int found = leaves.find(ordinal);
            if (found < 0) {
                findings.add(Finding.entry(
                        store, link.position(), ordinal, Kind.ENTRY_MISSING, "it was deleted or moved elsewhere"));
            } else if (!leaves.matches(found, link.leaves(), i)) {
                findings.add(Finding.entry(
                        store, link.position(), ordinal, Kind.ENTRY_CHANGED, "it is not what the transaction wrote"));
            }
        }
        links++;
        entries += link.ordinals().size();
        before = link;
    }

    private void checkEnd(ChainHead head) {
        if (before.position() < head.position()) {
            findings.add(Finding.link(
                    store,
                    before.position() + 1,
                    Kind.LINK_MISSING,
                    "the head says that the chain goes on to link " + head.position()));
        } else if (!before.hash().equals(head.hash())) {
            findings.add(Finding.link(
                    store, head.position(), Kind.HEAD_MOVED, "the head has another hash than the link it names"));
        }
        // in one statement: a link that was added since has moved the head as well
        work.sql()
                .first(
                        row -> row.bigint("beyond"),
                        "select max(l.position) beyond from erp.audit_links l left join erp.audit_heads h using (store_id)"
                                + " where l.store_id = ? having max(l.position) > coalesce(max(h.position), 0)",
                        store)
                .ifPresent(beyond -> findings.add(Finding.link(
                        store, beyond, Kind.HEAD_MOVED, "the head was set back: links go on to number " + beyond)));
    }

    /** All that links name are there; so where there are more entries than links name, some came another way. */
    private void checkForged() {
        boolean more = work.sql()
                .first(
                        row -> row.bool("more"),
                        "select (select count(*) from erp.audit_entries where store_id = ?)"
                                + " > (select coalesce(sum(cardinality(ordinals)), 0) from erp.audit_links where store_id = ?)"
                                + " or ? more",
                        store,
                        store,
                        !findings.isEmpty())
                .orElse(false);
        if (!more) {
            return;
        }
        work.sql()
                .list(
                        row -> Finding.entry(
                                store, null, row.bigint("ordinal"), Kind.ENTRY_FORGED, "no link of the chain names it"),
                        "select e.ordinal from erp.audit_entries e where e.store_id = ?"
                                + " and not exists (select from erp.audit_links l where l.store_id = e.store_id"
                                + " and l.txid = e.txid and l.at = e.at and e.ordinal = any (l.ordinals))"
                                + " order by e.ordinal limit ?",
                        store,
                        ChainReport.MOST)
                .forEach(findings::add);
    }
}
