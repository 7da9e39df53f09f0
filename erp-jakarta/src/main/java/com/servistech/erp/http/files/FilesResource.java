package com.servistech.erp.http.files;

import com.servistech.erp.files.StoredFile;
import com.servistech.erp.http.Answer;
import com.servistech.erp.http.Edge;
import com.servistech.erp.http.access.Needs;
import com.servistech.erp.http.access.SendsFile;
import com.servistech.erp.http.openapi.FileOf;
import com.servistech.erp.tenancy.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Pictures and scans. */
@Path("files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FilesResource {

    @Inject
    private Edge edge;

    @POST
    @Needs(Permission.FILES_STORE)
    @SendsFile
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Stores a JPEG, PNG or WebP picture or a PDF, sent as it is; what it is, its bytes tell")
    @APIResponseSchema(value = StoredFile.class, responseCode = "201")
    public Response store(byte[] bytes) {
        return edge.post(s -> Answer.created(s.files().store(bytes)));
    }

    @GET
    @Path("{id}")
    @Needs(Permission.FILES_READ)
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The file as it was handed in")
    @FileOf("application/octet-stream")
    public Response content(@PathParam("id") UUID id) {
        return edge.stored(s -> s.files().content(id));
    }
}
