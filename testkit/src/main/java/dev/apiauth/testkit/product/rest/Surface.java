package dev.apiauth.testkit.product.rest;

import java.util.List;

/** What one product serves and how it words its errors. */
public interface Surface {

  List<Route> routes();

  ErrorShape errors();
}
