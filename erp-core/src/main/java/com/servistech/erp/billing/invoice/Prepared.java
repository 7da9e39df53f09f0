package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.tax.Terms;
import com.servistech.erp.billing.tax.Totals;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.services.ServiceView;
import com.servistech.erp.stores.PolicySet;
import com.servistech.erp.stores.StoreCard;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An invoice computed, before anything is taken or numbered.
 *
 * @param input with every price
 * @param services those of the catalogue that lines name, by id
 * @param rate null only for a draft on a day whose rate is not known
 * @param texts what the document must say in words, in Spanish, frozen with it
 */
record Prepared(
        NewInvoice input,
        Map<UUID, ServiceView> services,
        DocumentType type,
        StoreCard store,
        CustomerView customer,
        PolicySet policies,
        DocumentRate rate,
        Terms terms,
        Totals totals,
        List<String> texts) {

    /** What a line is in the catalogue; null for parts and open items. */
    ServiceView serviceOf(int line) {
        UUID service = input.lines().get(line).serviceId();
        return service == null ? null : services.get(service);
    }
}
