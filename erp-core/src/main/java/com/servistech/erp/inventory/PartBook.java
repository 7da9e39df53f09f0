package com.servistech.erp.inventory;

import com.servistech.erp.customers.SearchText;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads parts together with the store's stock, one statement each. */
final class PartBook {

    /** Parameters: the day, the store. A part is worth its first price before that begins. */
    private static final String PART = """
            select p.id, p.sku, p.name, p.type, p.category_id, c.name as category, p.cost, p.shipping, p.operational,
                   p.warranty_percent, p.minimum_stock, p.active, p.created_at, p.updated_at, p.version,
                   coalesce(erp.part_price(p.id, ?), (select f.price from erp.part_prices f where f.part_id = p.id
                     order by f.valid_from, f.ordinal desc limit 1)) as price,
                   array(select f.model_id from erp.part_models f where f.part_id = p.id and f.fits order by f.model_id) as model_ids,
                   array(select m.brand || ' ' || m.name from erp.part_models f join erp.device_models m on m.id = f.model_id
                          where f.part_id = p.id and f.fits order by f.model_id) as models,
                   coalesce(s.on_hand, 0) as on_hand, coalesce(s.on_hand - s.reserved, 0) as available
              from erp.parts p left join erp.part_categories c on c.id = p.category_id
              left join erp.stock s on s.store_id = ? and s.part_id = p.id
            """;

    private final Work work;
    private final boolean oneStore;

    PartBook(Work work) {
        this.work = work;
        this.oneStore = work.scope() instanceof Scope.OneStore;
    }

    /** @throws com.servistech.erp.error.NotFound {@code inventory.not-found} */
    PartView require(UUID id) {
        return work.sql()
                .first(this::part, PART + " where p.id = ?", work.today(), work.home(), id)
                .orElseThrow(UpdatePart::notFound);
    }

    Page<PartView> parts(PartQuery query) {
        List<Object> parameters = new ArrayList<>(List.of(work.today(), work.home()));
        StringBuilder where = new StringBuilder(" where true");
        String words = words(query.text());
        if (words != null) {
            where.append(" and p.words @@ to_tsquery('pg_catalog.simple', ?)");
            parameters.add(words);
        }
        filter(where, parameters, " and p.type = ?", query.type());
        filter(where, parameters, " and p.category_id = ?", query.categoryId());
        filter(
                where,
                parameters,
                " and exists (select from erp.part_models f where f.part_id = p.id and f.fits and f.model_id = ?)",
                query.modelId());
        filter(where, parameters, " and p.active = ?", query.active());
        filter(where, parameters, " and p.updated_at >= ?", query.updatedSince());
        // by SKU, which is unique: the cursor is the last one
        filter(where, parameters, " and p.sku > ?", query.page().after().orElse(null));
        where.append(" order by p.sku limit ?");
        parameters.add(query.page().limit() + 1);
        List<PartView> rows = work.sql().list(this::part, PART + where, parameters.toArray());
        return Page.of(rows, query.page().limit(), PartView::sku);
    }

    private static void filter(StringBuilder where, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            parameters.add(value);
        }
    }

    /**
     * Every word that was typed must begin a word of the part: {@code pan a5} finds {@code PAN-A54}. Null when nothing was
     * typed; only letters and digits go in, so that no operator of the query language does.
     */
    static String words(String typed) {
        SearchText text = SearchText.of(typed);
        if (text == null) {
            return null;
        }
        String words = Arrays.stream(text.plain().split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
        // what has no letter and no digit is in no part
        return words.isEmpty() ? "'!'" : words;
    }

    private PartView part(Sql.Row row) {
        CostBuildUp build = new CostBuildUp(
                usd(row, "cost"),
                usd(row, "shipping"),
                usd(row, "operational"),
                new Percent(row.decimal("warranty_percent")));
        return new PartView(
                row.uuid("id"),
                row.text("sku"),
                row.text("name"),
                PartType.valueOf(row.text("type")),
                row.uuid("category_id"),
                row.text("category"),
                row.array("model_ids"),
                row.array("models"),
                build.cost(),
                build.shipping(),
                build.operational(),
                build.warranty().value().stripTrailingZeros(),
                build.warrantyFund(),
                build.total(),
                usd(row, "price"),
                row.integer("minimum_stock"),
                row.bool("active"),
                oneStore ? row.integer("on_hand") : null,
                oneStore ? row.integer("available") : null,
                row.instant("created_at"),
                row.instant("updated_at"),
                row.integer("version"));
    }

    static Money usd(Sql.Row row, String column) {
        return row.decimal(column) == null ? null : new Money(row.decimal(column), Currency.USD);
    }
}
