package com.servistech.erp.tenancy;

import com.servistech.erp.error.ErpException;
import java.util.UUID;

/**
 * Something that was tried and did not happen, for the audit: of the one store of the scope, else of the chain. Says who
 * and from where by itself, as every entry does.
 *
 * @param what was tried, in the place where other entries name their table: {@code access}, {@code sign-in}
 * @param whom it is about, null when that is nobody known
 * @param detail for people; never anything that was typed into a password field
 */
public record RefusalNote(String what, UUID whom, String code, String detail) {

    public static RefusalNote of(String what, UUID whom, ErpException refusal) {
        return new RefusalNote(what, whom, refusal.code(), refusal.getMessage());
    }

    public void writeIn(Work work) {
        work.sql()
                .call(
                        "select erp.note_audit(?, ?, ?, ?::uuid, json_build_object('code', ?::text, 'detail', ?::text))",
                        work.home(),
                        code,
                        what,
                        whom == null ? null : whom.toString(),
                        code,
                        detail);
    }
}
