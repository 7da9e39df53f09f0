package com.servistech.erp.http.customers;

import com.servistech.erp.customers.CustomerQuery;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.DeviceView;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Customers and their devices. */
@Path("customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {

    @Schema(example = """
            {"name": "Ana Pérez", "document": "V-12345678", "phone": "0414-1234567", "email": "ana@example.com"}""")
    public record CustomerDraft(
            String name,
            String document,
            String phone,
            @Maybe String email,
            @Maybe String address) {
        NewCustomer input() {
            return new NewCustomer(name, document, phone, email, address);
        }
    }

    @Schema(example = """
            {"type": "PHONE", "brand": "Samsung", "model": "Galaxy A54", "imei": "490154203237518", "color": "Negro"}""")
    public record DeviceDraft(
            DeviceType type,
            String brand,
            String model,
            @Maybe String serialNumber,
            @Maybe String imei,
            @Maybe String color) {
        NewDevice input() {
            return new NewDevice(type, brand, model, serialNumber, imei, color);
        }
    }

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.CUSTOMERS_READ)
    @Operation(summary = "Customers, newest first")
    @PageOf(CustomerView.class)
    public Response list(
            @QueryParam("q") String text,
            @QueryParam("updatedSince") Instant updatedSince,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        CustomerQuery query = new CustomerQuery(text, updatedSince, Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.customers().list(query)));
    }

    @POST
    @Needs(Permission.CUSTOMERS_WRITE)
    @Operation(summary = "Registers a customer")
    @RequestBodySchema(CustomerDraft.class)
    @APIResponseSchema(value = CustomerView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`customers.document-taken`")
    public Response register(Body body) {
        return edge.post(s -> {
            CustomerView customer =
                    s.customers().register(body.as(CustomerDraft.class).input());
            return Answer.created(customer, "customers", customer.id(), customer.version());
        });
    }

    @GET
    @Path("{id}")
    @Needs(Permission.CUSTOMERS_READ)
    @Operation(summary = "One customer")
    @APIResponseSchema(CustomerView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.customers().get(id)));
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.CUSTOMERS_WRITE)
    @Operation(summary = "Puts a customer's details right")
    @RequestBodySchema(CustomerDraft.class)
    @APIResponseSchema(CustomerView.class)
    @APIResponse(responseCode = "409", description = "`customers.document-taken`")
    public Response update(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            CustomerDraft draft =
                    body.as(CustomerDraft.class, () -> s.customers().get(id));
            return shown(s.customers().update(id, edge.expectedVersion(), draft.input()));
        });
    }

    @GET
    @Path("{id}/devices")
    @Needs(Permission.CUSTOMERS_READ)
    @Operation(summary = "A customer's devices, newest first")
    @PageOf(DeviceView.class)
    public Response devices(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.customers().devices(id, Edge.page(limit, cursor))));
    }

    @POST
    @Path("{id}/devices")
    @Needs(Permission.CUSTOMERS_WRITE)
    @Operation(summary = "Registers a device of a customer")
    @RequestBodySchema(DeviceDraft.class)
    @APIResponseSchema(value = DeviceView.class, responseCode = "201")
    public Response registerDevice(@PathParam("id") UUID id, Body body) {
        return edge.post(s -> {
            DeviceDraft draft = body.as(DeviceDraft.class, () -> s.customers().get(id));
            DeviceView device = s.customers().registerDevice(id, draft.input());
            return Answer.created(device, "customers/" + id + "/devices", device.id(), device.version());
        });
    }

    private static Answer shown(CustomerView customer) {
        return Answer.ok(customer, customer.version());
    }
}
