package com.servistech.erp.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers what no resource answers: an address outside of the API, or an error of the server itself. */
@WebServlet({"/", Nowhere.ERROR})
public class Nowhere extends HttpServlet {

    /** As in web.xml. */
    static final String ERROR = "/error";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = failed instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
        String detail = Problem.detailOf(status, "The server could not answer this request");
        String id = RequestId.of(request);
        String json = Problem.json(status, Problem.codeOf(status), detail, List.of(), id);
        response.setHeader("X-Request-ID", id);
        response.setStatus(status);
        response.setContentType(Problem.TYPE);
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
