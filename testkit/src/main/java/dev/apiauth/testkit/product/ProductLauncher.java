package dev.apiauth.testkit.product;

import dev.apiauth.testkit.product.bitbucket.BitbucketSurface;
import dev.apiauth.testkit.product.confluence.ConfluenceSurface;
import dev.apiauth.testkit.product.fault.MisbehaviourValve;
import dev.apiauth.testkit.product.filter.ProductFilters;
import dev.apiauth.testkit.product.jira.JiraSurface;
import dev.apiauth.testkit.product.record.RecordingValve;
import dev.apiauth.testkit.product.record.RequestRecord;
import dev.apiauth.testkit.product.rest.ProductServlet;
import dev.apiauth.testkit.product.rest.Routes;
import dev.apiauth.testkit.product.rest.Surface;
import dev.apiauth.testkit.product.site.ForwardedHeaders;
import dev.apiauth.testkit.product.site.Site;
import dev.apiauth.testkit.product.tomcat.ConnectorSettings;
import dev.apiauth.testkit.product.tomcat.EmbeddedTomcat;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Valve;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Puts a product together: Tomcat, the valves around it, the filters and the endpoints. */
final class ProductLauncher {

  private final Site site;
  private final LaunchMode mode;
  private final Surface surface;

  ProductLauncher(Site site, LaunchMode mode) {
    this.site = site;
    this.mode = mode;
    this.surface =
        switch (site.product()) {
          case JIRA -> new JiraSurface(site);
          case CONFLUENCE -> new ConfluenceSurface(site);
          case BITBUCKET -> new BitbucketSurface(site);
        };
  }

  RunningProduct launch(String address, int port, String contextPath) {
    var record = new RequestRecord(capacity());
    var tomcat =
        EmbeddedTomcat.start(
            connector(), address, port, contextPath, valves(record), this::install);
    return new RunningProduct(site, tomcat, record);
  }

  private int capacity() {
    return mode instanceof LaunchMode.Recording(int capacity) ? capacity : 1;
  }

  private ConnectorSettings connector() {
    var connector = site.product().connector();
    return switch (mode) {
      case LaunchMode.Recording _ -> connector;
      case LaunchMode.Benchmark _ -> connector.withoutKeepAliveLimit();
    };
  }

  /** In the order in which they see a request. */
  private List<Valve> valves(RequestRecord record) {
    var valves = new ArrayList<Valve>();
    if (mode instanceof LaunchMode.Recording) {
      valves.add(new RecordingValve(record)); // before anything changes or ends the request
    }
    if (site.product().forwardedHeaders() == ForwardedHeaders.BELIEVED_FROM_LOOPBACK) {
      valves.add(
          new RemoteIpValve()); // X-Forwarded-For and X-Forwarded-Proto, from private addresses
    }
    valves.add(new MisbehaviourValve(site.misbehaviours()));
    return valves;
  }

  private void install(Context context) {
    nameSessions(context);
    var routes = new Routes(surface.routes());
    ProductFilters.incoming().forEach(filter -> map(context, filter, DispatcherType.REQUEST));
    ProductFilters.serving(site, routes, surface.errors())
        .forEach(filter -> map(context, filter, DispatcherType.REQUEST, DispatcherType.FORWARD));
    var servlet =
        Tomcat.addServlet(context, "product", new ProductServlet(routes, surface.errors()));
    servlet.addMapping("/");
  }

  /**
   * Left alone where it is Tomcat's own name: naming it would rename {@code ;jsessionid=} as well.
   */
  private void nameSessions(Context context) {
    var name = site.product().sessionCookie();
    if (!name.equals("JSESSIONID")) {
      context.setSessionCookieName(name);
    }
  }

  private static void map(Context context, Filter filter, DispatcherType... dispatchers) {
    var definition = new FilterDef();
    definition.setFilterName(filter.getClass().getSimpleName());
    definition.setFilter(filter);
    context.addFilterDef(definition);
    var mapping = new FilterMap();
    mapping.setFilterName(definition.getFilterName());
    mapping.addURLPattern("/*");
    for (DispatcherType dispatcher : dispatchers) {
      mapping.setDispatcher(dispatcher.name());
    }
    context.addFilterMap(mapping);
  }
}
