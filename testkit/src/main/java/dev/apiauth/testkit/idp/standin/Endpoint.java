package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;

/** What a provider does at one address. */
@FunctionalInterface
interface Endpoint {
  HttpReply answer(Call call);
}
