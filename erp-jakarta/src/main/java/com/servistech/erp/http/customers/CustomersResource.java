package com.servistech.erp.http.customers;

import com.servistech.erp.customers.CustomerQuery;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.DeviceView;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.Query;
import com.servistech.erp.http.json.Maybe;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Customers and their devices. */
@Path("customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CustomersResource {

    public record Draft(
            String name,
            String document,
            String phone,
            @Maybe String email,
            @Maybe String address) {
        NewCustomer input() {
            return new NewCustomer(name, document, phone, email, address);
        }
    }

    public record DeviceDraft(
            DeviceType type,
            String brand,
            String model,
            @Maybe String serialNumber,
            @Maybe String imei,
            @Maybe String color) {}

    @Inject
    private Edge edge;

    @GET
    public Response list(
            @QueryParam("q") String text,
            @QueryParam("updatedSince") String updatedSince,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        CustomerQuery query =
                new CustomerQuery(text, Query.instant("updatedSince", updatedSince), Edge.page(limit, cursor));
        return edge.read(s -> Answer.ok(s.customers().list(query)));
    }

    @POST
    public Response register(Draft body) {
        return edge.post(s -> {
            CustomerView customer = s.customers().register(body.input());
            return Answer.created(customer, "customers", customer.id(), customer.version());
        });
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> {
            CustomerView customer = s.customers().get(id);
            return Answer.ok(customer, customer.version());
        });
    }

    @PUT
    @Path("{id}")
    public Response update(@PathParam("id") UUID id, Draft body) {
        int version = edge.expectedVersion();
        return edge.write(s -> {
            CustomerView customer = s.customers().update(id, version, body.input());
            return Answer.ok(customer, customer.version());
        });
    }

    @GET
    @Path("{id}/devices")
    public Response devices(
            @PathParam("id") UUID id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.customers().devices(id, Edge.page(limit, cursor))));
    }

    @POST
    @Path("{id}/devices")
    public Response registerDevice(@PathParam("id") UUID id, DeviceDraft b) {
        NewDevice input = new NewDevice(b.type(), b.brand(), b.model(), b.serialNumber(), b.imei(), b.color());
        return edge.post(s -> {
            DeviceView device = s.customers().registerDevice(id, input);
            return Answer.created(device, "customers/" + id + "/devices", device.id(), device.version());
        });
    }
}
