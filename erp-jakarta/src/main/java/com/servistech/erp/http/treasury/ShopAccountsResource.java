package com.servistech.erp.http.treasury;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.treasury.NewShopAccount;
import com.servistech.erp.treasury.ShopAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Where a store receives and keeps money outside of its drawers. */
@Path("shop-accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ShopAccountsResource {

    @Schema(example = """
            {"name": "Banco de Venezuela", "currency": "VES", "methods": ["PAGO_MOVIL", "TRANSFER"], "bankCode": "0102",
             "number": "01020000000000000001", "holder": "ServisTech Reparaciones, C.A.", "account": "BANK_VES"}""")
    public record ShopAccountDraft(
            String name,
            Currency currency,
            List<String> methods,
            @Maybe String bankCode,
            @Maybe String number,
            String holder,
            String account) {
        NewShopAccount input() {
            return new NewShopAccount(name, currency, methods, bankCode, number, holder, account);
        }
    }

    @Schema(example = """
            {"name": "Banco de Venezuela (cerrada)", "active": false}""")
    public record ShopAccountDetails(String name, boolean active) {}

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.TREASURY_READ)
    @Operation(summary = "Accounts, wallets and addresses of the store, by name; all on one page")
    @PageOf(ShopAccount.class)
    public Response list() {
        return edge.read(s -> Answer.ok(new Page<>(s.treasury().accounts(), null)));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.TREASURY_READ)
    @Operation(summary = "One account of the store")
    @APIResponseSchema(ShopAccount.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> shown(s.treasury().account(id)));
    }

    @POST
    @Needs(Permission.SHOP_ACCOUNTS_WRITE)
    @Operation(summary = "Writes down an account that the store opened")
    @RequestBodySchema(ShopAccountDraft.class)
    @APIResponseSchema(value = ShopAccount.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "`shop-accounts.taken`")
    public Response open(Body body) {
        return edge.post(s -> {
            ShopAccount account =
                    s.treasury().open(body.as(ShopAccountDraft.class).input());
            return Answer.created(account, "shop-accounts", account.id(), account.version());
        });
    }

    @PUT
    @Path("{id}")
    @Needs(Permission.SHOP_ACCOUNTS_WRITE)
    @Operation(summary = "Renames an account, or stops or starts using it; its number stays")
    @RequestBodySchema(ShopAccountDetails.class)
    @APIResponseSchema(ShopAccount.class)
    @APIResponse(responseCode = "409", description = "`shop-accounts.taken`")
    public Response change(@PathParam("id") UUID id, Body body) {
        return edge.write(s -> {
            ShopAccountDetails details =
                    body.as(ShopAccountDetails.class, () -> s.treasury().account(id));
            return shown(s.treasury().change(id, edge.expectedVersion(), details.name(), details.active()));
        });
    }

    private static Answer shown(ShopAccount account) {
        return Answer.ok(account, account.version());
    }
}
