package com.servistech.erp.sdk.repairs;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.util.UUID;

/** The service orders of the store. */
public final class ServiceOrders {

    private final ErpClient erp;

    private ServiceOrders(ErpClient erp) {
        this.erp = erp;
    }

    public static ServiceOrders over(ErpClient erp) {
        return new ServiceOrders(erp);
    }

    /** All of them, page by page. */
    public Page<ServiceOrder> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<ServiceOrder> list(CallOptions options) {
        return erp.page("/orders", options, ServiceOrder::over);
    }

    /** Those that meet the filter. */
    public Page<ServiceOrder> list(OrderFilter filter) {
        return list(filter.options());
    }

    /** The board of the workshop, as the server lays it out. */
    public JsonView board() {
        return erp.get("/orders/board", CallOptions.none());
    }

    public ServiceOrder get(UUID id) {
        return ServiceOrder.over(erp.get(at(id), CallOptions.none()));
    }

    public ServiceOrder create(ServiceOrderDraft draft) {
        return create(draft, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public ServiceOrder create(ServiceOrderDraft draft, CallOptions options) {
        return ServiceOrder.over(erp.post("/orders", draft.json(), options));
    }

    /** Changes an order. Fails if somebody else changed it since it was read. */
    public ServiceOrder update(ServiceOrder known, ServiceOrderDraft changed) {
        String etag = known.etag()
                .orElseThrow(() ->
                        new IllegalArgumentException("read it with get(id) first: an item of a list has no version"));
        return update(known.id(), etag, changed);
    }

    /** The same for a version kept elsewhere. */
    public ServiceOrder update(UUID id, String etag, ServiceOrderDraft changed) {
        return ServiceOrder.over(erp.put("/orders/" + id, etag, changed.json(), CallOptions.none()));
    }

    /** Moves the order to another state, if that is a legal move. */
    public ServiceOrder transition(UUID id, String to, String note) {
        return transition(id, to, note, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public ServiceOrder transition(UUID id, String to, String note, CallOptions options) {
        return ServiceOrder.over(erp.post(at(id) + "/transitions", Body.of("to", to, "note", note), options));
    }

    /** Puts parts aside for the order. */
    public Reservation reservePart(UUID id, UUID partId, int quantity) {
        return reservePart(id, partId, quantity, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Reservation reservePart(UUID id, UUID partId, int quantity, CallOptions options) {
        return Reservation.over(erp.post(at(id) + "/parts", Body.of("partId", partId, "quantity", quantity), options));
    }

    /** Gives the order to a technician. */
    public ServiceOrder assign(UUID id, UUID technicianId) {
        return assign(id, technicianId, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public ServiceOrder assign(UUID id, UUID technicianId, CallOptions options) {
        return ServiceOrder.over(erp.post(at(id) + "/assignment", Body.of("technicianId", technicianId), options));
    }

    /** Says what the check found; by another person than the technician. What comes back is as the server describes it. */
    public ServiceOrder qaResult(UUID id, QaResult result) {
        return qaResult(id, result, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public ServiceOrder qaResult(UUID id, QaResult result, CallOptions options) {
        return ServiceOrder.over(erp.post(at(id) + "/qa-results", result.json(), options));
    }

    private static String at(UUID id) {
        return "/orders/" + id;
    }
}
