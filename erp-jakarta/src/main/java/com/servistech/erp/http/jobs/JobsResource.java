package com.servistech.erp.http.jobs;

import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.ChainWide;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.openapi.PageOf;
import com.servistech.erp.jobs.JobView;
import com.servistech.erp.jobs.RunView;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What the ERP does by itself, for the whole chain. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @Inject
    private Edge edge;

    @GET
    @Needs(Permission.JOBS_READ)
    @ChainWide
    @Operation(summary = "Every job with its schedule, its next and its last run; all on one page")
    @PageOf(JobView.class)
    public Response list() {
        return edge.read(s -> Answer.ok(new Page<>(s.jobs().list(), null)));
    }

    @GET
    @Path("{name}/runs")
    @Needs(Permission.JOBS_READ)
    @ChainWide
    @Operation(summary = "The runs of a job, newest first; kept for ninety days")
    @PageOf(RunView.class)
    public Response runs(
            @PathParam("name") String name, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return edge.read(s -> Answer.ok(s.jobs().runs(name, Edge.page(limit, cursor))));
    }

    @POST
    @Path("{name}/runs")
    @Needs(Permission.JOBS_RUN)
    @ChainWide
    @Operation(summary = "Asks for a run now; a node begins it within seconds")
    @APIResponseSchema(value = RunView.class, responseCode = "202")
    @APIResponse(
            responseCode = "409",
            description = "`jobs.open`: a run of this job is not over; `jobs.not-available`: it cannot run here")
    public Response ask(@PathParam("name") String name) {
        return edge.post(s -> {
            RunView run = s.jobs().ask(name);
            return new Answer(202, Map.of("Location", "/api/v1/jobs/runs/" + run.id()), run);
        });
    }

    @GET
    @Path("runs/{id}")
    @Needs(Permission.JOBS_READ)
    @ChainWide
    @Operation(summary = "One run, with how far it is")
    @APIResponseSchema(RunView.class)
    public Response run(@PathParam("id") UUID id) {
        return edge.read(s -> Answer.ok(s.jobs().run(id)));
    }

    @POST
    @Path("runs/{id}/cancel")
    @Needs(Permission.JOBS_RUN)
    @ChainWide
    @Operation(summary = "Ends a run that waits, or one that works after the part that it is at")
    @APIResponseSchema(RunView.class)
    @APIResponse(responseCode = "409", description = "`jobs.over`: this run is over")
    public Response cancel(@PathParam("id") UUID id) {
        return edge.write(s -> Answer.ok(s.jobs().cancel(id)));
    }
}
