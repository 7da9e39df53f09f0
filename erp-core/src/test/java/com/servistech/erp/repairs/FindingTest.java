package com.servistech.erp.repairs;

import static com.servistech.erp.repairs.Reception.customer;
import static com.servistech.erp.repairs.Reception.received;
import static com.servistech.erp.tenancy.Role.FRONT_DESK;
import static com.servistech.erp.tenancy.Role.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.customers.CustomerQuery;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.testkit.ErpFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Customers and orders are found again, by whatever people remember of them. */
class FindingTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final StoreId CCS = SHOP.ccs;
    private static final StoreId VLN = SHOP.vln;

    @Test
    void aDocumentStandsOnceInTheBookOfAStore() {
        CustomerView customer = customer(CCS);
        String padded = customer.document().replace("V-", "V-0");
        NewCustomer twin = new NewCustomer("Twin", padded, "0414-1234567", null, null);

        assertThat(conflict(() -> as(FRONT_DESK, CCS, w -> new Customers(w).register(twin))))
                .isEqualTo("customers.document-taken");
        assertThat(as(FRONT_DESK, VLN, w -> new Customers(w).register(twin)).name())
                .isEqualTo("Twin");
    }

    @Test
    void customersAndOrdersAreFoundByWhatPeopleRemember() {
        OrderView order = received();
        CustomerView customer = as(FRONT_DESK, CCS, w -> new Customers(w).get(order.customerId()));
        String digits = customer.phone().substring(3);
        for (String typed :
                List.of(customer.document().replace("-", ""), "0" + digits, "jose " + digits.substring(3))) {
            assertThat(customers(CCS, new CustomerQuery(typed, null, Page.Request.first())))
                    .extracting(CustomerView::id)
                    .containsExactly(customer.id());
        }
        assertThat(orders(CCS, OrderQuery.all().matching(order.number())))
                .extracting(OrderCard::id)
                .containsExactly(order.id());
        assertThat(orders(CCS, OrderQuery.all().matching("0" + digits).in(OrderStatus.TRIAGE)))
                .extracting(OrderCard::customerName)
                .containsExactly(customer.name());
        assertThat(as(FRONT_DESK, CCS, w -> repairs(w).board()).columns())
                .anySatisfy(column ->
                        assertThat(column.cards()).extracting(OrderCard::id).contains(order.id()));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        for (int i = 0; i < 5; i++) {
            received();
        }
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page.Request request = new Page.Request(2, cursor);
            Page<OrderCard> page = as(
                    FRONT_DESK, CCS, w -> repairs(w).list(new OrderQuery(null, null, null, null, null, null, request)));
            page.items().forEach(card -> seen.add(card.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    }

    private static List<OrderCard> orders(StoreId store, OrderQuery query) {
        return as(MANAGER, store, w -> repairs(w).list(query).items());
    }

    private static List<CustomerView> customers(StoreId store, CustomerQuery query) {
        return as(MANAGER, store, w -> new Customers(w).list(query).items());
    }

    private static String conflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Conflict.class, call).code();
    }

    private static <T> T as(Role role, StoreId store, Function<Work, T> body) {
        return SHOP.work(role, store, body);
    }

    private static Repairs repairs(Work work) {
        return new Repairs(work);
    }
}
