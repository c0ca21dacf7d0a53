package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.UserDirectory;
import dev.apiauth.testkit.product.fault.Misbehaviour.ActAsSomebodyElse;
import dev.apiauth.testkit.product.fault.Misbehaviours;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Carries {@link ActAsSomebodyElse} out; passes everything through otherwise. */
final class SubstituteUserFilter extends HttpFilter {

  private final Misbehaviours misbehaviours;
  private final UserDirectory people;

  SubstituteUserFilter(Misbehaviours misbehaviours, UserDirectory people) {
    this.misbehaviours = misbehaviours;
    this.people = people;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    misbehaviours
        .on(request.getServletPath(), ActAsSomebodyElse.class)
        .map(ActAsSomebodyElse::user)
        .map(name -> people.find(name).orElseGet(() -> Person.named(name)))
        .ifPresent(person -> Caller.substitute(request, person));
    chain.doFilter(request, response);
  }
}
