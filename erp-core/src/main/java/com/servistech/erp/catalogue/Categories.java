package com.servistech.erp.catalogue;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Problems;
import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of categories. */
final class Categories {

    private static final String CATEGORY = "select id, name, active, version from erp.part_categories";

    private final Work work;

    Categories(Work work) {
        this.work = work;
    }

    Page<Category> list(Boolean active, Page.Request page) {
        List<Category> found = work.sql()
                .list(
                        Categories::category,
                        CATEGORY
                                + " where name > ? and (?::boolean is null or active = ?::boolean) order by name limit ?",
                        page.after().orElse(""),
                        active,
                        active,
                        page.limit() + 1);
        return Page.of(found, page.limit(), Category::name);
    }

    Category get(UUID id) {
        return find(id).orElseThrow(Categories::notFound);
    }

    Category add(String name) {
        Category added = new Category(work.newId(), checked(name), true, 1);
        int rows = work.sql()
                .update(
                        "insert into erp.part_categories (id, name, created_at) values (?, ?, ?) on conflict do nothing",
                        added.id(),
                        added.name(),
                        work.now());
        if (rows == 0) {
            throw taken();
        }
        return added;
    }

    Category change(UUID id, int expectedVersion, String name, boolean active) {
        Category before = work.sql()
                .first(Categories::category, CATEGORY + " where id = ? for no key update", id)
                .orElseThrow(Categories::notFound);
        String good = checked(name);
        if (before.version() != expectedVersion) {
            throw new Stale("version.stale", "The category is at version " + before.version() + " by now");
        }
        try {
            work.sql()
                    .update(
                            "update erp.part_categories set name = ?, active = ?, version = version + 1 where id = ?",
                            good,
                            active,
                            id);
        } catch (SqlFailure e) {
            throw SqlFailure.stateOf(e).filter("23505"::equals).isPresent() ? taken() : e;
        }
        return new Category(id, good, active, before.version() + 1);
    }

    void require(String pointer, UUID id, UUID before) {
        Category category =
                find(id).orElseThrow(() -> Invalid.at(pointer, "catalogue.no-category", "There is no such category"));
        if (!category.active() && !id.equals(before)) {
            throw Invalid.at(pointer, "catalogue.inactive", category.name() + " is not used any more");
        }
    }

    private Optional<Category> find(UUID id) {
        return work.sql().first(Categories::category, CATEGORY + " where id = ?", id);
    }

    private static String checked(String name) {
        Problems problems = new Problems();
        String good = problems.required("/name", name, 60);
        problems.refuseIfAny();
        return good;
    }

    private static NotFound notFound() {
        return new NotFound("catalogue.category-not-found", "There is no such category");
    }

    private static Conflict taken() {
        return new Conflict("catalogue.category-taken", "There is a category of this name");
    }

    private static Category category(Sql.Row row) {
        return new Category(row.uuid("id"), row.text("name"), row.bool("active"), row.integer("version"));
    }
}
