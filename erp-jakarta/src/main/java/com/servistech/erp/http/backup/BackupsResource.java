package com.servistech.erp.http.backup;

import com.servistech.erp.Archive;
import com.servistech.erp.Erp;
import com.servistech.erp.backup.BackupView;
import com.servistech.erp.backup.Tier;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.RequestContext;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.json.Body;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.tenancy.Caller;
import com.servistech.erp.tenancy.Permission;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Backups of the whole chain. They take minutes: a request begins one, and its record says how far it is. */
@Path("backups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BackupsResource {

    private static final System.Logger LOG = System.getLogger(BackupsResource.class.getName());

    @Schema(example = """
            {"tier": "MANUAL"}""")
    public record BackupRequest(@Maybe Tier tier) {
        Tier orManual() {
            return tier == null ? Tier.MANUAL : tier;
        }
    }

    @Inject
    private Edge edge;

    @Inject
    private Erp erp;

    @Inject
    private RequestContext context;

    @Resource
    private ManagedExecutorService executor;

    @GET
    @Needs(Permission.BACKUPS)
    @ChainWide
    @Operation(summary = "Backups, newest first, with what became of them")
    @PageOf(BackupView.class)
    public Response list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.backups().list(Edge.page(limit, cursor))));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.BACKUPS)
    @ChainWide
    @Operation(summary = "One backup: how far it is, where it lies, what it holds, when it was last proven")
    @APIResponseSchema(BackupView.class)
    public Response get(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.backups().get(id)));
    }

    @POST
    @Needs(Permission.BACKUPS)
    @ChainWide
    @Operation(summary = "Begins a backup, MANUAL unless told otherwise; one at a time over all servers")
    @RequestBodySchema(BackupRequest.class)
    @APIResponseSchema(value = BackupView.class, responseCode = "202")
    @APIResponse(responseCode = "409", description = "`backups.running`")
    public Response take(Body body) {
        Tier tier = body.as(BackupRequest.class).orManual();
        Archive archive = erp.archive();
        Archive.Begun begun = archive.begin(context.caller(), tier);
        try {
            behind("backup " + begun.view().id(), () -> archive.run(begun));
        } catch (RejectedExecutionException e) {
            archive.abandon(begun, "the server is too busy");
            throw new Unavailable("backups.busy", "The server is too busy", e);
        }
        return edge.outside(door -> new Answer(202, Map.of(), begun.view()));
    }

    @POST
    @Path("{id}/verify")
    @Needs(Permission.BACKUPS)
    @ChainWide
    @Operation(summary = "Begins to prove a backup: restores it into a scratch database and compares everything")
    @APIResponseSchema(value = BackupView.class, responseCode = "202")
    public Response verify(@PathParam("id") UUID id) {
        return edge.outside(door -> {
            BackupView view = door.read(s -> s.backups().get(id));
            Archive archive = erp.archive();
            Caller caller = context.caller();
            archive.tell(caller, id, "proving", 0);
            behind("proof " + id, () -> archive.verify(caller, id, step -> archive.tell(caller, id, step, 0)));
            return new Answer(202, Map.of(), view);
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private void behind(String what, Work work) {
        executor.execute(() -> {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                // a backup has written down why; a proof that could not be made says nothing of the backup
                LOG.log(Level.WARNING, what + " was not done: " + e.getMessage());
            }
        });
    }
}
